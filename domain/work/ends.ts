import type { Draft } from '../case/draft.ts'
import { keepTime, settled, standing } from './keep.ts'

/** The case is over, or begins anew: whatever was asked for, waited for or lacked is not any more. */
export function endWork(draft: Draft): void {
  keepTime(draft, null)
  leaveUnit(draft)
  for (const entry of standing(draft, 'suspension', 'held')) settled(draft, { ...entry, state: 'over' })
}

/** The unit is rid of the case: so it is of what it had asked for. */
export function leaveUnit(draft: Draft): void {
  for (const entry of standing(draft, 'extension', 'asked')) settled(draft, { ...entry, state: 'lapsed' })
  for (const entry of standing(draft, 'suspension', 'asked')) settled(draft, { ...entry, state: 'lapsed' })
  for (const entry of standing(draft, 'outside', 'waiting')) settled(draft, { ...entry, state: 'over' })
  for (const entry of standing(draft, 'block', 'open')) settled(draft, { ...entry, state: 'over' })
}
