import Database from 'better-sqlite3'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { benchCore } from './core.ts'
import { message } from './town.ts'

/** How many reports share a transaction: more does not make it faster. */
const GROUP = 50

export type Row = Record<string, unknown>
type Rows = Readonly<Record<'inbox' | 'task' | 'report' | 'event' | 'outbox' | 'timer', readonly Row[]>>

/**
 * The ceiling: a bare script writes the same rows with raw better-sqlite3, in groups, and marks them delivered;
 * with Redis it also hands two deliveries and three delayed timers a report to BullMQ in grouped addBulk and works them off.
 * Nothing is decided, read back, guarded or rendered.
 */
export async function ceiling(dir: string, redisUrl: string, reports: number): Promise<number> {
  const rows = await template(dir)
  const db = new Database(`${dir}/bench.db`)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const writer = bareWriter(db, rows)
  const queue = redisUrl === 'none' ? null : bareQueue(redisUrl)
  const from = performance.now()
  for (let n = 0; n < reports; n += GROUP) {
    const ids = writer.write(n, Math.min(GROUP, reports - n))
    if (queue) await queue.add(ids)
    else writer.markSent(ids)
  }
  await queue?.drained(reports * 2, (ids) => writer.markSent(ids))
  const seconds = (performance.now() - from) / 1000
  await queue?.close()
  db.close()
  return reports / seconds
}

/** One report through the real program, then its rows as they lie in the database. */
export async function template(dir: string): Promise<Rows> {
  const core = await benchCore(dir, 'none', 'short', () => undefined)
  await core.receive(message(0))
  await core.idle()
  await core.close()
  const db = new Database(`${dir}/bench.db`)
  const of = (table: string): Row[] => db.prepare<[], Row>(`SELECT * FROM "${table}"`).all()
  const rows = {
    inbox: of('inbox'),
    task: of('task'),
    report: of('report'),
    event: of('event'),
    outbox: of('outbox'),
    timer: of('timer'),
  }
  db.close()
  return rows
}

function bareWriter(db: Database.Database, rows: Rows) {
  const insert = (table: string, row: Row) => {
    const names = Object.keys(row).filter((name) => !(name === 'seq' && table !== 'task'))
    return {
      names,
      run: db.prepare(
        `INSERT INTO "${table}" (${names.map((n) => `"${n}"`).join(',')}) VALUES (${names.map(() => '?').join(',')})`,
      ),
    }
  }
  const plans = (Object.keys(rows) as (keyof Rows)[]).map((table) => ({
    table,
    rows: rows[table].map((row) => ({ row, ...insert(table, row) })),
  }))
  const sent = db.prepare(`UPDATE "outbox" SET "status" = 'sent', "attempts" = 1, "settledAt" = ? WHERE "id" = ?`)
  const fresh = (table: string, row: Row, n: number, i: number, name: string): unknown => {
    const own = {
      id: `${table}-${n}-${i}`,
      dedupeKey: `c-${n}`,
      key: `k-${n}-${i}`,
      caseNo: `QX${n}`,
      taskId: `task-${n}-0`,
      subject: `task-${n}-0`,
    }
    if (name === 'seq' && table === 'task') return n + 10
    return name in own ? own[name as keyof typeof own] : row[name]
  }
  const write = db.transaction((from: number, count: number) => {
    const ids: string[] = []
    for (let n = from; n < from + count; n += 1) {
      for (const plan of plans) {
        plan.rows.forEach(({ row, names, run }, i) => {
          run.run(...names.map((name) => (row[name] === null ? null : fresh(plan.table, row, n, i, name))))
          if (plan.table === 'outbox') ids.push(`outbox-${n}-${i}`)
        })
      }
    }
    return ids
  })
  const mark = db.transaction((ids: readonly string[]) => ids.forEach((id) => sent.run(Date.now(), id)))
  return { write: (from: number, count: number) => write(from, count), markSent: (ids: readonly string[]) => mark(ids) }
}

const oncePerReport = (id: string): boolean => id.endsWith('-0')

export function bareQueue(url: string) {
  const connect = () => new Redis(url, { maxRetriesPerRequest: null })
  const connections = [connect(), connect(), connect()] as const
  const options = { removeOnComplete: true, removeOnFail: true }
  const deliveries = new Queue('ceiling-deliveries', { connection: connections[0], defaultJobOptions: options })
  const timers = new Queue('ceiling-timers', { connection: connections[1], defaultJobOptions: options })
  const done: string[] = []
  let marked = 0
  const worker = new Worker('ceiling-deliveries', async (job) => void done.push(job.name), {
    connection: connections[2],
    concurrency: 50,
  })
  return {
    add: async (ids: readonly string[]) => {
      await Promise.all([
        deliveries.addBulk(ids.map((id) => ({ name: id, data: {}, opts: { jobId: id } }))),
        timers.addBulk(
          ids
            .filter(oncePerReport)
            .flatMap((id) =>
              [1, 2, 3].map((t) => ({ name: id, data: {}, opts: { jobId: `${id}-${t}`, delay: 120_000 } })),
            ),
        ),
      ])
    },
    drained: async (total: number, mark: (ids: readonly string[]) => void) => {
      while (marked < total) {
        const ids = done.splice(0, 500)
        if (ids.length > 0) mark(ids)
        marked += ids.length
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    close: async () => {
      await worker.close()
      await deliveries.close()
      await timers.close()
      connections.forEach((c) => c.disconnect())
    },
  }
}
