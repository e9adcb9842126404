import type { Entry } from '../book/entry.ts'
import type { Facts } from '../facts.ts'
import type { NoticeBody } from '../notice.ts'
import type { Task } from '../task.ts'
import type { Stage } from '../task.ts'
import { suspensionOf } from '../work/granted.ts'

const OVER: readonly Stage[] = ['finished', 'closed', 'withdrawn']

/** Looks again at the moment of sending: why this notice no longer needs to be said, or null. `entry` = what it speaks of in the book. */
export function stale(body: NoticeBody, task: Task | null, entry: Entry | null = null): string | null {
  if (body.while && entry && entry.state !== body.while.state) return `it is ${entry.state} now`
  if (!task) return null
  if (body.kind === 'task-card' && task.stage !== body.facts.stage) return `the case is already ${task.stage}`
  if (body.kind === 'to-tell' && OVER.includes(task.stage) && !body.outcome) return `the case is already ${task.stage}`
  if (isPassedStep(body) && OVER.includes(task.stage)) return `the case is already ${task.stage}`
  if (isAskedAgain(body) && task.stage !== 'finished') return 'it was answered'
  if (isAlert(body) && OVER.includes(task.stage)) return `the case is already ${task.stage}`
  if (asksWho(body) && task.stage !== 'triage' && task.stage !== 'disputed') return 'it was ruled'
  if ((body.kind === 'remind' || body.kind === 'overdue') && body.clock === 'sign' && task.holder)
    return 'it was signed'
  if ((body.kind === 'remind' || body.kind === 'overdue') && body.clock === 'arrive' && task.arrivedAt)
    return 'the unit has arrived'
  if ((body.kind === 'remind' || body.kind === 'overdue') && hasMoreTime(body, task)) return 'it was given more time'
  if (body.kind === 'quiet' && suspensionOf(task)) return 'the case is suspended'
  if (body.kind === 'rule-due' && task.stage !== 'triage' && task.stage !== 'disputed') return 'it was ruled'
  if (body.kind === 'quiet' && movedSince(task, body.since)) return 'the unit has moved since'
  if (toUnit(body) && (task.stage === 'disputed' || handedOn(body.facts, task))) return 'the unit no longer has it'
  return null
}

/** Held back over the night, it was put off, or stands still. */
function hasMoreTime({ clock, dueAt }: Extract<NoticeBody, { kind: 'remind' | 'overdue' }>, task: Task): boolean {
  if (clock === 'sign') return false
  if (suspensionOf(task)) return true
  return clock === 'finish' && task.due.finish !== undefined && task.due.finish > new Date(dueAt)
}

/** A step on the way, without words of its own, says nothing any more when the outcome is known; nor why it was given back. */
function isPassedStep(body: NoticeBody): boolean {
  if (body.kind !== 'progress') return false
  if (body.step === 'returned' || body.step === 'ruled') return true
  return body.note === null && !['finished', 'closed', 'settled', 'reopened'].includes(body.step)
}

const isAskedAgain = (body: NoticeBody): boolean =>
  (body.kind === 'ask-solved' || body.kind === 'ask-satisfied') && body.again === true

/** Held back over the night, an alert may come to a unit that has given the case back, or lost it to another. */
function toUnit(body: NoticeBody): body is Extract<NoticeBody, { kind: 'remind' | 'overdue' | 'quiet' }> {
  if (body.kind === 'overdue') return body.target === 'duty' || body.target === 'station_head'
  return (body.kind === 'remind' || body.kind === 'quiet') && body.facts.stage !== 'disputed'
}

/** Each unit has its own time to sign, so another deadline is another unit's (or was counted again). */
function handedOn({ signBy, stage }: Facts, task: Task): boolean {
  return stage !== 'disputed' && signBy !== (task.due.sign?.toISOString() ?? null)
}

const movedSince = ({ activeAt }: Task, since: string): boolean => activeAt !== null && activeAt > new Date(since)

/** A complaint in which an emergency went to somebody at once asks nothing any more, and is told all the same. */
function asksWho(body: NoticeBody): boolean {
  return body.kind === 'triage-card' || (body.kind === 'conflict' && body.facts.stage === 'triage')
}

function isAlert(body: NoticeBody): boolean {
  if (body.kind === 'work-news') return body.news === 'review' || body.news === 'outside-due'
  return ['remind', 'overdue', 'quiet', 'rule-due', 'emergency', 'assist'].includes(body.kind)
}
