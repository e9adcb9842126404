import type { Queue } from 'bullmq'
import type { Due } from '../context.ts'
import { within } from './limit.ts'
import { isUrgent } from './local.ts'

const GROUP = 500
const ADD_LIMIT = 2_500

/** BullMQ serves jobs without a priority first: emergencies have none. */
const AFTER_EMERGENCIES = 1

export type Payload = Readonly<{ id: string }>

/**
 * Puts row ids into one BullMQ queue: what was asked for in one turn of the loop goes as one `addBulk` of at most
 * 500, one call at a time. `rejected` gets what may not have arrived. It may have arrived all the same
 * (a time limit does not call a command back), which is harmless because a job reads its row again.
 */
export function producer(
  queue: Queue<Payload>,
  deps: { now(): Date; rejected(due: readonly Due[], error: unknown): void },
): (due: Due) => void {
  const waiting: Due[] = []
  let busy = false

  async function flush() {
    while (waiting.length > 0) {
      const group = waiting.splice(0, GROUP)
      const now = deps.now()
      await within(ADD_LIMIT, 'addBulk', queue.addBulk(group.map((due) => jobOf(queue.name, due, now)))).catch(
        (error: unknown) => deps.rejected(group, error),
      )
    }
    busy = false
  }

  return (due) => {
    waiting.push(due)
    if (busy) return
    busy = true
    setImmediate(() => void flush())
  }
}

/** The id holds the instant, too: a row that was moved is another job, and not lost behind the old one. */
export function jobOf(name: string, due: Due, now: Date) {
  const delay = Math.max(0, due.dueAt.getTime() - now.getTime())
  const priority = isUrgent(due) ? {} : { priority: AFTER_EMERGENCIES }
  return {
    name,
    data: { id: due.id },
    opts: { jobId: `${due.id}-${due.dueAt.getTime().toString(36)}`, delay, ...priority },
  }
}
