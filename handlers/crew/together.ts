import type { Entry } from '../../domain/book/entry.ts'
import type { Decision } from '../../domain/decision.ts'
import type { Town } from '../../domain/town.ts'
import { isKind } from '../../domain/book/entry.ts'
import { CHANGES, withChanges } from '../../domain/crew/overlay.ts'
import type { Turn } from '../turn.ts'

const MOST = 2_000

/** The township as this moment has it, and what else may still change who of the unit is on duty. */
export type Now = Readonly<{ town: Town; waiting: readonly Entry[] }>

/**
 * Two agreed at once must not leave a day to nobody unseen. What waits in the same unit is written along with what is agreed
 * (`along`), so one of the two comes too late and is decided again; it reads the other here, and not in what was learnt of the town before.
 */
export async function dutyNow({ ctx: { store } }: Turn, town: Town, entry: Entry<'leave' | 'swap'>): Promise<Now> {
  const all = await store.entries({ town: town.code, kinds: CHANGES, states: ['asked', 'agreed'], limit: MOST })
  const inUnit = (each: Entry) => isKind(each, ...CHANGES) && each.data.station === entry.data.station
  const waiting = all.filter((each) => each.state === 'asked' && each.id !== entry.id && inUnit(each))
  return { town: withChanges([town], all)[0] ?? town, waiting }
}

export const along = (decision: Decision, { waiting }: Now): Decision => ({
  ...decision,
  entries: [...(decision.entries ?? []), ...waiting],
})
