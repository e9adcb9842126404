import type { Draft } from '../case/draft.ts'
import type { Look } from './look.ts'
import { instant } from '../calendar/zone.ts'
import { isFiled, suspensionOf } from '../work/granted.ts'
import { goOn, standStill } from '../work/time.ts'
import { decideEnd } from './terms.ts'
import { FILED } from './wording-said.ts'

/** While a file is open the terms of the law count (§60): the case's own clock stands still, and goes on when the file ends. */
export function pause(draft: Draft, look: Look): void {
  if (look.file.procedure !== 'ordinary' || suspensionOf(draft.task)) return
  standStill(draft, instant(decideEnd(look).day, END_OF_DAY), FILED, true)
}

/** The file is over: what was left of the time is left from now on. */
export function resume(draft: Draft): void {
  if (isFiled(draft.task)) goOn(draft)
}

const END_OF_DAY = 24 * 60 - 1
