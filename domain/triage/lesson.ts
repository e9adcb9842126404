import { dayOf } from '../calendar/zone.ts'
import type { NewLesson } from '../decision.ts'
import { isInForce, matchDuties } from '../route/match.ts'
import { mask } from '../privacy/mask.ts'
import type { Task } from '../task.ts'
import type { Duty, Town } from '../town.ts'
import type { World } from '../world.ts'
import { guessesOf } from './judge.ts'

/** Which of a unit's items a text is most likely about, or null where nothing speaks for any of several. */
export function itemOf(text: string, town: Town, station: string, world: World): Duty | null {
  const day = dayOf(world.now)
  const [matched] = matchDuties(text, town.duties, day).filter(({ duty }) => duty.lead === station)
  if (matched) return matched.duty
  const guesses = world.classifier ? guessesOf(world.classifier, text, town, day) : []
  const guess = guesses.find(({ duty }) => duty.lead === station)
  if (guess) return guess.duty
  const own = town.duties.filter((duty) => duty.lead === station && isInForce(duty, day))
  return own.length === 1 ? (own[0] ?? null) : null
}

/** What a decision of the command room teaches about the words of a case. */
export function lessonOf(task: Task, town: Town, station: string, by: string, world: World): NewLesson {
  const item = itemOf(task.text, town, station, world)
  return {
    id: world.id(),
    taskId: task.id,
    town: task.town,
    text: mask(task.text).text,
    item: item?.code ?? null,
    lead: station,
    by,
    at: world.now,
  }
}
