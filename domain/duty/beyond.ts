import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { squeeze } from '../text/fold.ts'
import { powerOf, type Power } from './power.ts'
import { LEAVES_IT, PUNISHES } from './wording-beyond.ts'

/** 超越权限: the words of a unit tell of a penalty it may not decide; its power, or null where all is well. */
export function beyondPower(task: Task, town: Town, said: string, now: Date): Power | null {
  const words = squeeze(said)
  if (!PUNISHES.test(words) || LEAVES_IT.test(words)) return null
  const duty = town.duties.find(({ code }) => code === task.item)
  if (!duty || task.lead === null) return null
  const power = powerOf(duty, task.lead, town, dayOf(now))
  return power.punish ? null : power
}
