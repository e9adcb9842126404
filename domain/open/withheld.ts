import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { accusedOf, isAnybody } from '../understand/accused.ts'

/**
 * Never seen outside, by anybody and in any form: what was told in confidence, and what complains about the township's own
 * people or lies before the supervisors: who knows the place would know who told.
 */
export const isWithheld = (task: Task, town: Town): boolean =>
  task.shield === 'confidential' || task.understood?.supervised === true || isAnybody(accusedOf(task, town))
