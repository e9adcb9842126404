import Database from 'better-sqlite3'
import { benchCore } from './core.ts'
import { share } from './ack.ts'
import { makeDue } from './timers.ts'

/** How many reminders share a transaction: more does not make it faster. */
const GROUP = 50
/** ms for the program to start before they are due */
const START_MS = 8000

/** `last` = ms until the last of them was delivered; `blockedMs` = the longest time in which nothing else was done. */
export type Storm = Readonly<{
  due: number
  delivered: number
  perSecond: number
  p50: number
  last: number
  blockedMs: number
}>

/** In a folder that `fill` has filled, with all its cases open: `due` reminders at one and the same instant. */
export async function storm(dir: string, redisUrl: string, due: number): Promise<Storm> {
  const at = Date.now() + START_MS
  makeDue(dir, due, () => at)
  const late: number[] = []
  const core = await benchCore(dir, redisUrl, 'long', (row) => {
    if (row.body.kind === 'remind') late.push(Date.now() - at)
  })
  const blocked = longestTurn()
  await until(() => late.length >= due)
  await core.idle()
  await core.close()
  const last = share(late, 1)
  return {
    due,
    delivered: late.length,
    perSecond: Math.round((1000 * late.length) / last),
    p50: share(late, 0.5),
    last,
    blockedMs: blocked(),
  }
}

const PATIENCE_MS = 180_000

async function until(met: () => boolean): Promise<void> {
  const end = Date.now() + START_MS + PATIENCE_MS
  while (!met() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** The longest time between two looks of a clock that looks every 10 ms. */
function longestTurn(): () => number {
  let last = performance.now()
  let most = 0
  const look = setInterval(() => {
    const now = performance.now()
    most = Math.max(most, now - last - 10)
    last = now
  }, 10)
  return () => {
    clearInterval(look)
    return Math.round(most)
  }
}

/**
 * The ceiling: a bare script finds the timers that are due, and writes for each the event, the message and the next timer of
 * a reminder as they lie in the database, and that it was sent. Nothing is decided, read back or guarded.
 */
export async function bareStorm(dir: string, due: number): Promise<number> {
  const at = Date.now()
  const db = new Database(`${dir}/bench.db`)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  makeDue(dir, due, () => at)
  const found = db.prepare<[number], { id: string; subject: string }>(
    `SELECT * FROM "timer" WHERE "dueAt" <= ? AND "kind" = 'finish'`,
  )
  const last = db.prepare<[], { seq: number }>(`SELECT MAX("seq") AS "seq" FROM "event"`).get()?.seq ?? 0
  const event = db.prepare(
    `INSERT INTO "event" SELECT ?, ?, "caseNo", 'reminded', 'system', ?, "data", "prevHash", "hash" FROM "event" WHERE "seq" = 1`,
  )
  const message = db.prepare(
    `INSERT INTO "outbox" ("id", "key", "taskId", "queue", "urgent", "recipient", "to", "body", "notBefore", "dueAt", "createdAt")
     SELECT ?, ?, ?, 'alerts', false, "recipient", "to", "body", "notBefore", "dueAt", ? FROM "outbox" WHERE "seq" = 1`,
  )
  const next = db.prepare(`UPDATE "timer" SET "id" = ?, "dueAt" = ?, "step" = 1 WHERE "id" = ?`)
  const task = db.prepare(`UPDATE "task" SET "version" = "version" + 1 WHERE "id" = ?`)
  const sent = db.prepare(`UPDATE "outbox" SET "status" = 'sent', "attempts" = 1, "settledAt" = ? WHERE "id" = ?`)
  const from = performance.now()
  const timers = found.all(at)
  const write = db.transaction((first: number) => {
    timers.slice(first, first + GROUP).forEach(({ id, subject }, n) => {
      const name = `storm-${first + n}`
      task.run(subject)
      event.run(last + 1 + first + n, subject, at)
      message.run(name, name, subject, at)
      next.run(name, at + 86_400_000, id)
    })
  })
  const mark = db.transaction((first: number) =>
    timers.slice(first, first + GROUP).forEach((_, n) => sent.run(at, `storm-${first + n}`)),
  )
  for (let first = 0; first < timers.length; first += GROUP) {
    write(first)
    mark(first)
  }
  const seconds = (performance.now() - from) / 1000
  db.close()
  return Math.round(timers.length / seconds)
}
