import Database from 'better-sqlite3'
import { benchCore } from './core.ts'
import { share } from './ack.ts'
import { copyRows } from './copy.ts'
import { message, UNITS } from './town.ts'

const SPREAD_MS = 20_000
/** ms for the program to start before the first reminder is due */
const START_MS = 10_000
/** half of the finish clock, which is when it reminds */
const HALF_MS = 5 * 86_400_000

export type Timers = Readonly<{ open: number; due: number; delivered: number; p50: number; p99: number; rssMb: number }>

/**
 * In a folder that `fill` has filled: ms from the instant a reminder is due to its delivery, for `due` reminders spread over 20 s while `open` cases with
 * three live timers each are open; and the memory of the process after that.
 */
export async function timers(dir: string, redisUrl: string, open: number, due: number): Promise<Timers> {
  const first = Date.now() + START_MS
  const dueAt = (n: number): number => Math.round(first + (n * SPREAD_MS) / due)
  makeDue(dir, due, dueAt)
  const late: number[] = []
  const core = await benchCore(dir, redisUrl, 'long', (row) => {
    if (row.body.kind === 'remind') late.push(Date.now() - dueAt(Number(row.taskId?.slice('task-'.length))))
  })
  await new Promise((resolve) => setTimeout(resolve, first + SPREAD_MS + 2000 - Date.now()))
  await core.idle()
  const rssMb = Math.round(process.memoryUsage.rss() / 1024 / 1024)
  await core.close()
  return { open, due, delivered: late.length, p50: share(late, 0.5), p99: share(late, 0.99), rssMb }
}

/** One real case, then its rows again and again with other ids: `open` cases with three live timers each, in all units. */
export async function fill(dir: string, open: number): Promise<void> {
  const core = await benchCore(dir, 'none', 'long', () => undefined)
  await core.receive(message(0))
  await core.idle()
  await core.close()
  const db = new Database(`${dir}/bench.db`)
  const copy = (table: string, own: Readonly<Record<string, string>>) => copyRows(db, table, own, { count: open })
  copy('task', { id: `'task-' || n`, caseNo: `'QX' || n`, seq: 'n + 10', lead: `'unit-' || (n % ${UNITS})` })
  copy('report', { id: `'report-' || n`, taskId: `'task-' || n` })
  copy('timer', { id: `'timer-' || t."kind" || n`, subject: `'task-' || n` })
  db.close()
}

/** The first `due` cases were dispatched so long ago that half of their time is over at `dueAt`. */
export function makeDue(dir: string, due: number, dueAt: (n: number) => number): void {
  const db = new Database(`${dir}/bench.db`)
  const dispatched = db.prepare(`UPDATE "task" SET "dispatchedAt" = ? WHERE "id" = ?`)
  const timer = db.prepare(`UPDATE "timer" SET "dueAt" = ? WHERE "subject" = ? AND "kind" = 'finish'`)
  db.transaction(() => {
    for (let n = 0; n < due; n += 1) {
      dispatched.run(dueAt(n) - HALF_MS, `task-${n}`)
      timer.run(dueAt(n), `task-${n}`)
    }
  })()
  db.close()
}
