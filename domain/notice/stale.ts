import type { NoticeBody } from '../notice.ts'
import type { Task } from '../task.ts'
import type { Stage } from '../task.ts'

const OVER: readonly Stage[] = ['finished', 'closed', 'withdrawn']

/** Looks again at the moment of sending: why this notice no longer needs to be said, or null. */
export function stale(body: NoticeBody, task: Task | null): string | null {
  if (!task) return null
  if (body.kind === 'task-card' && task.stage !== body.facts.stage) return `the case is already ${task.stage}`
  if (isAlert(body) && OVER.includes(task.stage)) return `the case is already ${task.stage}`
  if (body.kind === 'triage-card' && task.stage !== 'triage' && task.stage !== 'disputed') return 'it was ruled'
  if ((body.kind === 'remind' || body.kind === 'overdue') && body.clock === 'sign' && task.holder)
    return 'it was signed'
  if ((body.kind === 'remind' || body.kind === 'overdue') && body.clock === 'arrive' && task.arrivedAt)
    return 'the unit has arrived'
  return null
}

function isAlert(body: NoticeBody): boolean {
  return ['remind', 'overdue', 'quiet', 'rule-due', 'emergency', 'assist'].includes(body.kind)
}
