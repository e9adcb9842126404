import { endWork } from '../work/ends.ts'
import type { Draft } from './draft.ts'

/** What each part of the house lets go of when a case is over, or begins anew: its entries, and their timers. */
const ENDS: readonly ((draft: Draft) => void)[] = [endWork]

export function letGo(draft: Draft): void {
  for (const end of ENDS) end(draft)
}
