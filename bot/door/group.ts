import type { NoticeBody, OutboxRow } from '../../domain/notice.ts'
import type { Group, Station, Town } from '../../domain/town.ts'
import { onDuty, unique, withRole } from '../../domain/people/directory.ts'

/** The group a notice is for, if it has this address. */
export function groupWith(
  { to }: Pick<OutboxRow, 'to'>,
  address: 'webhookKey' | 'appchatId',
  towns: readonly Town[],
): Group | undefined {
  if (to.kind !== 'group') return undefined
  return towns.flatMap((town) => town.groups).find((group) => group.id === to.id && group[address])
}

/** What is said so that those concerned look up at once. */
const CALLS: readonly NoticeBody['kind'][] = ['emergency', 'task-card', 'overdue']

type OfStation = (town: Town, station: Station) => readonly string[]

/** Whom a message to a group calls by name: who is on duty in the unit, the dispatchers, or the leaders; nobody for what can wait. */
export function called(groupId: string, body: NoticeBody, towns: readonly Town[], now: Date): readonly string[] {
  if (!CALLS.includes(body.kind)) return []
  const name = 'facts' in body ? body.facts?.town : undefined
  const own = towns.filter((town) => town.name === name)
  return people(groupId, own.length > 0 ? own : towns, (town, station) => onDuty(town, station, now))
}

/** Who belongs into a group; a unit of one person is joined by the dispatchers. */
export function membersOf(groupId: string, towns: readonly Town[]): readonly string[] {
  const own = people(groupId, towns, (_town, { head, duty }) => [...(head ? [head] : []), ...duty])
  if (own.length >= 2) return own
  const homes = towns.filter((town) => town.groups.some(({ id }) => id === groupId))
  return unique([...own, ...homes.flatMap((town) => withRole(town, 'dispatcher'))])
}

function people(groupId: string, towns: readonly Town[], ofStation: OfStation): readonly string[] {
  return unique(
    towns.flatMap((town) => [
      ...town.stations.filter(({ group }) => group === groupId).flatMap((station) => ofStation(town, station)),
      ...(town.commandRoom === groupId ? withRole(town, 'dispatcher') : []),
      ...(town.leaders === groupId ? withRole(town, 'leader') : []),
    ]),
  )
}
