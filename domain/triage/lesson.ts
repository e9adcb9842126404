import { dayOf } from '../calendar/zone.ts'
import type { NewLesson } from '../decision.ts'
import { isInForce, matchDuties } from '../route/match.ts'
import { maskFor } from '../privacy/mask.ts'
import type { Task } from '../task.ts'
import type { Duty, Town } from '../town.ts'
import type { World } from '../world.ts'
import { guessesOf } from './judge.ts'

/** So much of what speaks for a unit must speak for one item before that item is learnt: else a guess would teach itself. */
const CLEAR = 0.6

/** Which of a unit's items a text is most likely about, or null where nothing speaks for any of several. */
export function itemOf(text: string, town: Town, station: string, world: World): Duty | null {
  return saidOrOnly(text, town, station, world) ?? guessesIn(text, town, station, world)[0]?.duty ?? null
}

/** The item that the words name, or the only one the unit has. */
function saidOrOnly(text: string, town: Town, station: string, world: World): Duty | null {
  const day = dayOf(world.now)
  const [matched] = matchDuties(text, town.duties, day).filter(({ duty }) => duty.lead === station)
  if (matched) return matched.duty
  const own = town.duties.filter((duty) => duty.lead === station && isInForce(duty, day))
  return own.length === 1 ? (own[0] ?? null) : null
}

function guessesIn(text: string, town: Town, station: string, { classifier, now }: World) {
  return classifier ? guessesOf(classifier, text, town, dayOf(now)).filter(({ duty }) => duty.lead === station) : []
}

/** The item worth learning: the person decided the unit, and of its items one stands out. */
function itemToLearn(text: string, town: Town, station: string, world: World): Duty | null {
  const guesses = guessesIn(text, town, station, world)
  const all = guesses.reduce((sum, { p }) => sum + p, 0)
  const [best] = guesses
  const clear = best && best.p >= CLEAR * all ? best.duty : null
  return saidOrOnly(text, town, station, world) ?? clear
}

/** What a decision of the command room teaches about the words of a case. */
export function lessonOf(task: Task, town: Town, station: string, by: string, world: World): NewLesson {
  const item = itemToLearn(task.text, town, station, world)
  return {
    id: world.id(),
    taskId: task.id,
    town: task.town,
    text: maskFor(task.shield)(task.text),
    item: item?.code ?? null,
    lead: station,
    by,
    at: world.now,
  }
}
