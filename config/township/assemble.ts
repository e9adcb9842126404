import type { Group, Landmark, Person, Station, Town, Village } from '../../domain/town.ts'
import type { Township } from './read.ts'
import type { TownFile } from './townFile.ts'

/** Puts a faultless township together; people and groups it only refers to come from the other towns of the county. */
export function townOf(township: Township, county: readonly Township[]): Town | null {
  const {
    file,
    clocks,
    duties,
    dutyVersion,
    villages,
    roster,
    areas,
    channels,
    delegations,
    permits,
    landmarks,
    sentences,
    assets,
    assessment,
    hooks,
  } = township
  if (file === null || clocks === null) return null
  return {
    code: file.code.text ?? '',
    name: file.name,
    class: file.class,
    stations: file.stations,
    people: peopleOf(township, file, county),
    groups: groupsOf(township, file, county),
    commandRoom: file.commandRoom,
    leaders: file.leaders,
    emergencyWords: file.emergencyWords,
    duties,
    dutyVersion,
    villages: villages.map((village) => withLandmarks(village, landmarks)),
    landmarks,
    areas: areas.map(({ row: _row, ...area }) => area),
    channels,
    delegations,
    permits,
    sentences,
    assets,
    ...(assessment ? { assessment } : {}),
    hooks,
    fallback: file.fallback,
    roster: roster.map(({ date, station, userid, shift }) => ({ date, station, userid, shift })),
    doors: file.doors,
    training: file.training,
    policy: clocks.policy,
  }
}

/** A place in a village says which village it is. */
function withLandmarks(village: Village, landmarks: readonly Landmark[]): Village {
  const names = landmarks.filter((each) => each.village === village.code).flatMap((each) => each.names)
  return names.length === 0 ? village : { ...village, aliases: [...new Set([...village.aliases, ...names])] }
}

const usedIds = (township: Township, kind: 'person' | 'group'): Set<string> =>
  new Set(township.notes.references.filter((reference) => reference.kind === kind).map(({ id }) => id))

function peopleOf(township: Township, file: TownFile, county: readonly Township[]): Person[] {
  const used = usedIds(township, 'person')
  const own = new Set(file.people.map(({ userid }) => userid))
  const others = new Map(
    county.flatMap((other) => (other.file?.people ?? []).map((person) => [person.userid, person] as const)),
  )
  const borrowed = [...others.values()].filter(({ userid }) => used.has(userid) && !own.has(userid))
  return [
    ...file.people,
    ...borrowed.map((person) => ({ ...person, station: stationHere(file.stations, person.userid) })),
  ]
}

/** Station ids are a town's own: the station a borrowed person has at home means nothing here. */
const stationHere = (stations: readonly Station[], userid: string): string | null =>
  stations.find(({ head, duty }) => head === userid || duty.includes(userid))?.id ?? null

function groupsOf(township: Township, file: TownFile, county: readonly Township[]): Group[] {
  const used = usedIds(township, 'group')
  for (const { id } of file.groups) used.add(id)
  const all = [township, ...county].flatMap((each) => each.file?.groups ?? [])
  return [...used].flatMap((id) => {
    const same = all.filter((group) => group.id === id)
    return same[0] ? [{ ...same[0], ...addresses(same) }] : []
  })
}

const addresses = (same: readonly Group[]): Omit<Group, 'id' | 'name'> => ({
  aibotChatid: same.find((group) => group.aibotChatid)?.aibotChatid ?? null,
  webhookKey: same.find((group) => group.webhookKey)?.webhookKey ?? null,
  appchatId: same.find((group) => group.appchatId)?.appchatId ?? null,
})
