import type { Calendar } from '../calendar/calendar.ts'
import type { Clock, Policy } from '../policy.ts'
import type { Task } from '../task.ts'
import { addDuration } from '../clock/deadline.ts'
import { dayOf } from '../calendar/zone.ts'

/** The deadline that counts now, by its clock: to sign while nobody has, then to finish. */
const counting = (task: Task): readonly Clock[] => (task.holder === null ? ['sign', 'finish'] : ['finish'])

/** Is a deadline over that is still waited for? */
export function isLate(task: Task, now: Date): boolean {
  return counting(task).some((clock) => (task.due[clock] ?? now) < now)
}

/** Will one be over before the day is (YYYY-MM-DD, Shanghai)? */
export function isDueOn(task: Task, day: string): boolean {
  return counting(task).some((clock) => {
    const due = task.due[clock]
    return due !== undefined && dayOf(due) === day
  })
}

/** Has the ladder reached the leaders? */
export function isEscalated(task: Task, policy: Policy, calendar: Calendar, now: Date): boolean {
  const { hours } = policy.levels[task.level]
  return policy.ladder.some(({ clock, after, to }) => {
    const due = to.includes('leaders') && counting(task).includes(clock) ? task.due[clock] : undefined
    return due !== undefined && addDuration(due, after, hours, policy.workHours, calendar).at <= now
  })
}

/** Does a case still wait for somebody to say who has it, longer than it may? */
export function isRulingLate({ stage, ruleBy }: Task, now: Date): boolean {
  return (stage === 'triage' || stage === 'disputed') && ruleBy !== null && ruleBy < now
}
