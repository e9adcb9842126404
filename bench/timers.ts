import Database from 'better-sqlite3'
import { benchCore } from './core.ts'
import { share } from './ack.ts'
import { message } from './town.ts'

const SPREAD_MS = 20_000
const START_MS = 3000

export type Timers = Readonly<{ open: number; fired: number; p50: number; p99: number; rssMb: number }>

/** Lateness in ms of `due` reminders that come due within 20 s while `open` cases are open, and the memory of the process then. */
export async function timers(dir: string, redisUrl: string, open: number, due: number): Promise<Timers> {
  await fill(dir, open)
  const core = await benchCore(dir, redisUrl, 'long', () => undefined)
  const db = new Database(`${dir}/bench.db`)
  const start = Date.now() + START_MS
  db.prepare(
    `UPDATE "timer" SET "dueAt" = ? + (CAST(substr("subject", 6) AS INTEGER) * ?) / ? WHERE "kind" = 'finish' AND CAST(substr("subject", 6) AS INTEGER) < ?`,
  ).run(start, SPREAD_MS, due, due)
  await new Promise((resolve) => setTimeout(resolve, START_MS + SPREAD_MS + 2000))
  await core.idle()
  const rssMb = Math.round(process.memoryUsage.rss() / 1024 / 1024)
  const late = db
    .prepare<[number, number, number], { late: number }>(
      `SELECT "at" - (? + (CAST(substr("taskId", 6) AS INTEGER) * ?) / ?) AS late FROM "event" WHERE "type" = 'reminded'`,
    )
    .all(start, SPREAD_MS, due)
    .map((row) => row.late)
  db.close()
  await core.close()
  return { open, fired: late.length, p50: share(late, 0.5), p99: share(late, 0.99), rssMb }
}

/** One real case, then its rows again and again with other ids: `open` cases with three live timers each. */
async function fill(dir: string, open: number): Promise<void> {
  const core = await benchCore(dir, 'none', 'long', () => undefined)
  await core.receive(message(0))
  await core.idle()
  await core.close()
  const db = new Database(`${dir}/bench.db`)
  const copy = (table: string, own: Readonly<Record<string, string>>): void => {
    const names = db
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map((c) => c.name)
    const values = names.map((name) => own[name] ?? `t."${name}"`)
    db.exec(`WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < ${open - 1})
      INSERT INTO "${table}" (${names.map((n) => `"${n}"`).join(',')}) SELECT ${values.join(',')} FROM n, (SELECT * FROM "${table}") t`)
  }
  copy('task', { id: `'task-' || n`, caseNo: `'QX' || n`, seq: 'n + 10' })
  copy('report', { id: `'report-' || n`, taskId: `'task-' || n` })
  copy('timer', { id: `'timer-' || t."kind" || n`, subject: `'task-' || n` })
  db.close()
}
