import type { Decision } from '../decision.ts'
import type { Entry, EntryNumber } from '../book/entry.ts'
import type { Recipient } from '../recipient.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { newEntry } from '../book/entry.ts'
import { atDesk, decided, put } from '../book/desk.ts'
import { dayOf } from '../calendar/zone.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import { VOLUMES, type Choice, type Volume } from './kinds.ts'

/** The township whose leader, or leaders' group, this is; null for everybody else. Who dispatches must hear everything. */
export function townLedBy(to: Recipient, { towns }: Pick<World, 'towns'>): Town | null {
  if (to.kind === 'group') return towns.find(({ leaders }) => leaders === to.id) ?? null
  if (to.kind !== 'person') return null
  return towns.find((town) => isLeader(town, to.userid)) ?? null
}

export const isLeader = ({ people }: Town, userid: string): boolean =>
  people.some((each) => each.userid === userid && each.roles.includes('leader') && !each.roles.includes('dispatcher'))

/** How many alerts a day are told by themselves. */
export function mostOf({ volume }: Choice, { policy }: Town, now: Date): number {
  const most = ruleOf(policy, 'leader.most', dayOf(now))
  return { less: Math.max(1, Math.floor(most / 2)), normal: most, more: most * 2 }[volume]
}

/** One step towards fewer or more; null where there is none. */
export const stepped = (volume: Volume, by: 1 | -1): Volume | null => VOLUMES[VOLUMES.indexOf(volume) + by] ?? null

type Kept = Entry<'listening'>

/** What he chose counts from now on; `key` = whose choice it is, a person's or the group's. */
export function choose(
  before: Kept | null,
  data: Choice,
  who: Readonly<{ key: string; by: string; number: EntryNumber }>,
  town: Town,
  world: World,
): Decision {
  const desk = atDesk(world, town)
  const fresh = () => newEntry({ world, town }, 'listening', who.number, { state: 'set', owner: who.key, data })
  put(desk, before ? { ...before, data } : fresh(), 'listening-set', who.by, { ...data })
  return decided(desk)
}
