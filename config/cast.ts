import type { Person, Role, Station, Town } from '../domain/town.ts'
import { castWording } from './wording-cli.ts'

type CastPhone = Readonly<{ userid: string; name: string; label: string; kind: string }>

export type Cast = Readonly<{
  phones: readonly CastPhone[]
  /** whose phones lie open on the page at first */
  open: readonly string[]
  groups: readonly Readonly<{ chatid: string; name: string; members: readonly string[] }>[]
}>

type Kind = keyof typeof castWording.kinds
const ADMINS = ['admin', 'security', 'auditor'] as const satisfies readonly Role[]
const KINDS = Object.keys(castWording.kinds) as readonly Kind[]

/**
 * The phones of the demo: some villagers and all staff, by kind, and every group of the township. Open at first are those of
 * a villager, two officers of one station, the command room and a leader.
 */
export function castOf(towns: readonly Town[]): Cast {
  const town = towns[0]
  if (!town) return { phones: [], open: [], groups: [] }
  const staff = town.people.map((person) => phoneOf(town, person))
  const phones = [...villagers(), ...KINDS.flatMap((kind) => staff.filter((phone) => phone.of === kind))]
  return {
    phones: phones.map(({ of, ...phone }) => ({ ...phone, kind: castWording.kinds[of] })),
    open: opened(town),
    groups: groupsOf(town),
  }
}

const villagers = () =>
  castWording.villagers.map(([userid, name]) => ({ userid, name, label: castWording.villager, of: 'villager' as Kind }))

function opened(town: Town): string[] {
  const station = town.stations.find((s) => s.kind === 'resident' && s.duty.length >= 2) ?? town.stations[0]
  const first = (role: Person['roles'][number]) => town.people.filter((p) => p.roles.includes(role)).slice(0, 1)
  const rooms = [...first('dispatcher'), ...first('leader')].map(({ userid }) => userid)
  return [castWording.villagers[0][0], ...(station?.duty ?? []).slice(0, 2), ...rooms]
}

function phoneOf(town: Town, { userid, name, roles, station: id }: Person) {
  const station = town.stations.find((s) => s.id === id)
  const [of, label] = partOf(roles, station, userid)
  return { userid, name, label, of }
}

function partOf(roles: Person['roles'], station: Station | undefined, userid: string): readonly [Kind, string] {
  if (roles.includes('leader')) return ['leader', castWording.leader]
  if (roles.includes('dispatcher')) return ['commandRoom', castWording.commandRoom]
  if (roles.includes('supervisor')) return ['justice', castWording.supervisor]
  if (roles.includes('reviewer')) return ['justice', castWording.reviewer]
  const apart = ADMINS.find((role) => roles.includes(role))
  if (apart) return ['administrators', castWording.administrators[apart]]
  if (!station) return ['commandRoom', castWording.staff]
  return [station.kind === 'brigade' ? 'brigade' : 'station', place(station, userid)]
}

function place({ name, head, duty }: Station, userid: string): string {
  if (head === userid) return castWording.head(name)
  return duty.includes(userid) ? castWording.onDuty(name) : castWording.officer(name)
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
