import type { Person, Station, Town } from '../domain/town.ts'
import { castWording } from './wording-cli.ts'

export type Cast = Readonly<{
  phones: readonly Readonly<{ userid: string; name: string; label: string }>[]
  groups: readonly Readonly<{ chatid: string; name: string; members: readonly string[] }>[]
}>

/** The phones of the demo: a villager, two officers of one station, the command room and a leader; and every group of the township. */
export function castOf(towns: readonly Town[]): Cast {
  const town = towns[0]
  if (!town) return { phones: [], groups: [] }
  const station = town.stations.find((s) => s.kind === 'resident' && s.duty.length >= 2) ?? town.stations[0]
  const officers = (station?.duty ?? []).slice(0, 2)
  const phones = [
    { userid: 'v-lihua', name: castWording.villager, label: castWording.villagerLabel },
    ...officers.map((id) => phone(town, id, castWording.officer(station?.name ?? ''))),
    ...withRole(town, 'dispatcher').map((p) => phone(town, p.userid, castWording.commandRoom)),
    ...withRole(town, 'leader').map((p) => phone(town, p.userid, castWording.leader)),
  ]
  return { phones, groups: groupsOf(town) }
}

function withRole(town: Town, role: Person['roles'][number]): Person[] {
  return town.people.filter((p) => p.roles.includes(role)).slice(0, 1)
}

function phone(town: Town, userid: string, label: string) {
  return { userid, name: town.people.find((p) => p.userid === userid)?.name ?? userid, label }
}

function groupsOf(town: Town): Cast['groups'] {
  return town.groups.flatMap((group) => {
    if (!group.aibotChatid) return []
    const station = town.stations.find((s) => s.group === group.id)
    return [{ chatid: group.aibotChatid, name: group.name, members: members(town, group.id, station) }]
  })
}

function members(town: Town, group: string, station: Station | undefined): string[] {
  const belongs = (p: Person): boolean => {
    if (station) return p.station === station.id
    if (group === town.leaders) return p.roles.includes('leader')
    return p.roles.includes('dispatcher') || p.roles.includes('leader') || p.roles.includes('head')
  }
  return town.people.filter(belongs).map((p) => p.userid)
}
