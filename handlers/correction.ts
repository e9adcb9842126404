import { dayOf, HOUR } from '../domain/calendar/zone.ts'
import { placeByReporter } from '../domain/case/correct.ts'
import { findTown } from '../domain/people/directory.ts'
import { matchDuties } from '../domain/route/match.ts'
import { findPlace } from '../domain/route/place.ts'
import { OPEN_STAGES, type Place, type Task } from '../domain/task.ts'
import { rightPlace } from '../domain/understand/correction.ts'
import { carryOut, factsFor } from './acts.ts'
import { inHand, reported } from './cases.ts'
import type { Result, Turn } from './turn.ts'

/** Said this soon after a report, it is about that one. */
const LATELY_MS = 24 * HOUR

/** 「不对，是李家沟」: his newest case lies elsewhere. Null where nothing is put right. */
export async function onWrongPlace(turn: Turn, text: string): Promise<Result | null> {
  const words = rightPlace(text)
  const [task] = words ? await reported(turn, OPEN_STAGES) : []
  if (!words || !task || turn.world.now.getTime() - task.createdAt.getTime() > LATELY_MS) return null
  const place = placeIn(turn, words, task)
  if (!place) return null
  const hand = await inHand(turn.ctx, task)
  const outcome = placeByReporter(hand, { userid: turn.speaker.userid }, place, turn.world)
  return carryOut(hand, outcome, (after) => ({ kind: 'supplemented', facts: factsFor(hand, after), placed: true }))
}

/** Another village of the township, and nothing wrong there: that would be a report of its own. */
function placeIn({ world }: Turn, words: string, task: Task): Place | null {
  const town = findTown(world, task.town)
  const found = findPlace(words, [town])
  const isMatter = matchDuties(words, town.duties, dayOf(world.now)).length > 0
  return found?.place.code && !isMatter && found.place.name !== task.place?.name ? found.place : null
}
