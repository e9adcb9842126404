import { placeByReporter } from '../domain/case/correct.ts'
import { findTown } from '../domain/people/directory.ts'
import { findPlace } from '../domain/route/place.ts'
import type { Place, Task } from '../domain/task.ts'
import { rightPlace } from '../domain/understand/correction.ts'
import { carryOut, factsFor } from './acts.ts'
import { inHand, reportedLately } from './cases.ts'
import { namesMatter } from './matter.ts'
import type { Result, Turn } from './turn.ts'

/** 「不对，是李家沟」: his newest case lies elsewhere. Null where nothing is put right. */
export async function onWrongPlace(turn: Turn, text: string): Promise<Result | null> {
  const words = rightPlace(text)
  const task = words ? await reportedLately(turn) : null
  if (!words || !task) return null
  const place = placeIn(turn, words, task)
  if (!place) return null
  const hand = await inHand(turn.ctx, task)
  const outcome = placeByReporter(hand, { userid: turn.speaker.userid }, place, turn.world)
  return carryOut(hand, outcome, (after) => ({ kind: 'supplemented', facts: factsFor(hand, after), placed: true }))
}

/** Another village of the township, and nothing wrong there: that would be a report of its own. */
function placeIn(turn: Turn, words: string, task: Task): Place | null {
  const town = findTown(turn.world, task.town)
  const found = findPlace(words, [town])
  return found?.place.code && !namesMatter(turn, words, [town]) && found.place.name !== task.place?.name
    ? found.place
    : null
}
