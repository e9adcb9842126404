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
/** … and so likely must it be at all. */
const LIKELY = 0.3

/**
 * What a case is about once a person says who leads: the item he names, else the one it has, unless only the words of
 * another one, of that unit, are in the text. Nobody guesses: law and power follow from it.
 */
export function itemFor(task: Task, town: Town, station: string, note: string | null, world: World): Duty | null {
  const day = dayOf(world.now)
  const named = namedIn(note, town, day)
  const said = matchDuties(task.text, town.duties, day).map(({ duty }) => duty)
  const known = town.duties.find(({ code }) => code === task.item) ?? null
  if (named || (known && said.includes(known))) return named ?? known
  return said.find(({ lead }) => lead === station) ?? known
}

/** 「指派 0007 自然资源所 违法占地」 */
function namedIn(note: string | null, { duties }: Town, day: string): Duty | null {
  const [first = ''] = (note ?? '').split(/\s+/u)
  return duties.find((duty) => isInForce(duty, day) && (duty.name === first || duty.code === first)) ?? null
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
  const clear = best && best.p >= LIKELY && best.p >= CLEAR * all ? best.duty : null
  return saidOrOnly(text, town, station, world) ?? clear
}

/** What a decision of the command room teaches about the words of a case. */
export function lessonOf(
  task: Task,
  town: Town,
  station: string,
  by: string,
  world: World,
  note: string | null = null,
): NewLesson {
  const item = namedIn(note, town, dayOf(world.now)) ?? itemToLearn(task.text, town, station, world)
  return { ...blank(task, by, world), item: item?.code ?? null, lead: station }
}

/** What is learnt where somebody says that two are one case, or that they are not. */
export const pairLesson = (task: Task, other: Task, same: boolean, by: string, world: World): NewLesson => ({
  ...blank(task, by, world),
  otherId: other.id,
  other: maskFor(other.shield)(other.text),
  same,
})

/** Nothing personal is learnt: what tells who somebody is goes before it is kept. */
const blank = (task: Task, by: string, world: World): NewLesson => ({
  id: world.id(),
  taskId: task.id,
  town: task.town,
  text: maskFor(task.shield)(task.text),
  ...{ item: null, lead: '', by, at: world.now },
  ...{ otherId: null, other: null, same: null, takenBy: null, takenAt: null },
})

/** It is not learnt from any more. What was learnt is kept, and who took it back. */
export const takenBack = (lesson: NewLesson, by: string, { now }: World): NewLesson => ({
  ...lesson,
  takenBy: by,
  takenAt: now,
})

/** Is it about these two, whichever was named first? */
export const isOfPair = ({ taskId, otherId }: NewLesson, one: Task, other: Task): boolean =>
  otherId !== null && [one.id, other.id].includes(taskId) && [one.id, other.id].includes(otherId)
