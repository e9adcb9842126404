import type { Choice } from '../facts.ts'
import { barredUnits, supervisors, unbarred } from '../people/barred.ts'
import { commandRoom } from '../people/recipients.ts'
import { hasAnybody } from '../route/fallback.ts'
import { findStation, unique } from '../people/directory.ts'
import type { World } from '../world.ts'
import { armRule } from './clocks.ts'
import { factsNow, nextCardId, tell, type Draft } from './draft.ts'

export type Why = 'unsure' | 'returned' | 'unsolved'

/** Asks the command room who leads: a card with the three nearest units, and a clock of its own. */
export function askCommandRoom(draft: Draft, why: Why, note: string | null, by: string | null): void {
  armRule(draft)
  const { understood } = draft.task
  const guess = why === 'unsure' && understood && understood.confidence > 0 ? understood : null
  const room = unbarred(draft.task, draft.town, commandRoom(draft.town))
  for (const address of room.length > 0 ? room : supervisors(draft.task, draft.town)) {
    const cardId = nextCardId(draft)
    tell(draft, 'dispatch', address, {
      kind: 'triage-card',
      facts: factsNow(draft),
      cardId,
      candidates: choices(draft),
      why,
      note,
      by,
      ...(guess ? { guess } : {}),
    })
  }
}

/** the buttons of a card */
const MOST_CHOICES = 3

type Asking = Pick<Draft, 'task' | 'town'> & Readonly<{ world: Pick<World, 'now'> }>

/** The present lead first (a ruling may send it back), then the nearest units that have somebody. */
export function choices({ task, town, world }: Asking): Choice[] {
  const known = [...(task.lead ? [task.lead] : []), ...task.candidates, ...task.assist]
  const barred = barredUnits(task, town)
  const ids: string[] = []
  for (const id of unique([...known, ...town.stations.map((s) => s.id)])) {
    if (ids.length === MOST_CHOICES) break
    if (!barred.includes(id) && hasAnybody(town, id, world.now)) ids.push(id)
  }
  return ids.flatMap((id) => {
    const station = findStation(town, id)
    return station ? [{ id, name: station.name }] : []
  })
}
