import { ownFinish } from '../case/clocks.ts'
import { factsNow, record, tellReporters, type Draft } from '../case/draft.ts'
import { settled, standing } from './keep.ts'
import { goOn } from './time.ts'

/** The suspension of a case ends, whoever ends it; the reporter hears it. False where there was none. */
export function lift(draft: Draft, by: string): boolean {
  if (!goOn(draft)) return false
  for (const entry of standing(draft, 'suspension', 'held')) settled(draft, { ...entry, state: 'over' })
  for (const entry of standing(draft, 'suspension', 'asked')) settled(draft, { ...entry, state: 'lapsed' })
  record(draft, 'resumed', by, { due: draft.task.due.finish?.toISOString() ?? null, own: ownFinish(draft) })
  tellReporters(draft, () => ({ kind: 'progress', facts: factsNow(draft), step: 'resumed', note: null }))
  return true
}
