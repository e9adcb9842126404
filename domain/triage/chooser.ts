import type { Town } from '../town.ts'
import { findStation } from '../people/directory.ts'
import { isInForce } from '../route/match.ts'

/** A unit that may lead, and what its items are called. */
export type Choosing = Readonly<{ id: string; name: string; about: readonly string[] }>

/** Somebody else's opinion which of these fits a text best; null where there is none. Never rejects, never chooses anything else. */
export type Chooser = (text: string, candidates: readonly Choosing[]) => Promise<string | null>

const ITEMS = 12

/** The candidates as they are described to whoever chooses. */
export function choosing(ids: readonly string[], town: Town, day: string): Choosing[] {
  return ids.map((id) => {
    const own = town.duties.filter((duty) => duty.lead === id && isInForce(duty, day))
    return { id, name: findStation(town, id)?.name ?? id, about: own.slice(0, ITEMS).map(({ name }) => name) }
  })
}
