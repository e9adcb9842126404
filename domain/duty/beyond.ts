import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { findStation } from '../people/directory.ts'
import { squeeze } from '../text/fold.ts'
import { powerOf, type Power } from './power.ts'
import { BREATH, HIMSELF, LEAVES_IT, NOT_DONE, PUNISHES, WE } from './wording-beyond.ts'

/** 超越权限: the words of a unit tell of a penalty it may not decide; its power, or null where all is well. */
export function beyondPower(task: Task, town: Town, said: string, now: Date): Power | null {
  const name = findStation(town, task.lead)?.name
  if (!tellsOfPenalty(said, name)) return null
  const duty = town.duties.find(({ code }) => code === task.item)
  if (!duty || task.lead === null) return null
  const power = powerOf(duty, task.lead, town, dayOf(now))
  return power.punish ? null : power
}

/** Does a unit say that it punished by itself? What others did, or nobody did, is no act of its own. */
export function tellsOfPenalty(said: string, unit: string | undefined): boolean {
  const words = said.split(BREATH).map(squeeze)
  const own = unit ? squeeze(unit) : null
  return words.some((clause) => isPenalty(own ? clause.replaceAll(own, WE) : clause))
}

const isPenalty = (clause: string): boolean =>
  PUNISHES.test(clause) && ![NOT_DONE, LEAVES_IT, HIMSELF].some((excuse) => excuse.test(clause))
