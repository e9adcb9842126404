import Database from 'better-sqlite3'
import { startWeb, type Web } from '../../web/server.ts'
import { sessions } from '../../web/session.ts'
import type { Core } from '../../app.ts'
import type { Task } from '../../domain/task.ts'
import { makeLog } from '../../log.ts'
import { benchCore } from '../core.ts'
import { copyRows } from '../copy.ts'
import { message, UNITS } from '../town.ts'

export const OPEN = 5000
const CLOSED = 100_000
/** 137 cases a day: 100,000 are two years */
const EVERY_MS = 630_000
const LESSONS = 1000
const STORY = ['opened', 'dispatched', 'signed', 'arrived', 'feedback', 'finished'] as const
/** a real event whose data stands for that of another */
const KNOWN = {
  ...{ opened: 'opened', dispatched: 'dispatched', signed: 'dispatched' },
  ...{ arrived: 'dispatched', feedback: 'dispatched', finished: 'dispatched' },
} as const
const STAGES = `CASE n % 5 WHEN 0 THEN 'triage' WHEN 1 THEN 'dispatched' WHEN 2 THEN 'signed' WHEN 3 THEN 'arrived' ELSE 'disputed' END`

/** A township with many years behind it and far too much on its table: one real case, then its rows again and again. */
export async function fillBoard(dir: string): Promise<void> {
  const core = await benchCore(dir, 'none', 'long', () => undefined)
  await core.receive(message(0))
  await core.idle()
  await core.close()
  const db = new Database(`${dir}/bench.db`)
  const now = Date.now()
  const lead = `'unit-' || (n % ${UNITS})`
  const cases = (from: number, count: number, own: Readonly<Record<string, string>>) => {
    const where = (table: string) => `"id" = (SELECT MIN("id") FROM "${table}" WHERE "id" NOT LIKE 'copy-%')`
    const made = { id: `'copy-' || n`, caseNo: `'QX' || n`, seq: 'n + 10', lead, ...own }
    copyRows(db, 'task', made, { count, from, where: where('task') })
    copyRows(db, 'report', { id: `'copy-' || n`, taskId: `'copy-' || n` }, { count, from, where: where('report') })
    const { createdAt = '' } = own
    STORY.forEach((type, step) =>
      copyRows(
        db,
        'event',
        {
          ...{ taskId: `'copy-' || n`, caseNo: `'QX' || n`, type: `'${type}'` },
          ...{ seq: `n * ${STORY.length} + ${step + 100}`, at: `${createdAt} + ${step} * 3600000` },
          data: `json_set(t."data", '$.lead', ${lead})`,
        },
        { count, from, where: `"seq" = (SELECT MIN("seq") FROM "event" WHERE "type" = '${KNOWN[type]}')` },
      ),
    )
  }
  cases(0, OPEN, {
    stage: STAGES,
    level: `CASE n % 9 WHEN 0 THEN 'emergency' WHEN 1 THEN 'urgent' ELSE 'normal' END`,
    createdAt: `${now} - n * 60000`,
    signBy: `${now} - 40000000 + n * 13000`,
    arriveBy: `${now} - 30000000 + n * 13000`,
    finishBy: `${now} - 20000000 + n * 23000`,
  })
  cases(OPEN, CLOSED, {
    stage: `'closed'`,
    createdAt: `${now} - (n - ${OPEN}) * ${EVERY_MS} - 86400000`,
    finishedAt: `${now} - (n - ${OPEN}) * ${EVERY_MS}`,
  })
  // as much as the triage desk looks through
  db.exec(
    `WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${LESSONS})
      INSERT INTO "lesson" ("id", "taskId", "town", "text", "item", "lead", "by", "at")
      SELECT 'l' || n, 'copy-' || (${OPEN} + n), t."town", '第' || n || '号路口有人占道摆摊，第' || (n % ${UNITS}) || '类摊', NULL, ${lead}, 'u-zhouting', ${now} - n
      FROM n, (SELECT "town" FROM "task" LIMIT 1) AS t`,
  )
  // the log goes on behind what was copied
  db.exec(
    `UPDATE "meta" SET "value" = (SELECT "seq" || ' ' || "hash" FROM "event" ORDER BY "seq" DESC LIMIT 1) WHERE "key" = 'head'`,
  )
  db.close()
}

export type Served = Readonly<{ core: Core; web: Web; cookie: string; close(): Promise<void> }>

/** That township before a browser of its command room. */
export async function serveBoard(dir: string): Promise<Served> {
  const core = await benchCore(dir, 'none', 'long', () => undefined)
  const web = await startWeb({ host: '127.0.0.1', port: 0, log: makeLog('error'), ...core.web, mounts: [] })
  const secret = await sessions(core.ctx.store).open('u-zhouting', 'bench', { ip: '127.0.0.1', agent: '' }, new Date())
  return {
    core,
    web,
    cookie: `shaozi_session=${secret}`,
    async close() {
      await web.close()
      await core.close()
    },
  }
}

/** Something happened to these cases: what the stream tells of. */
export async function touch({ ctx }: Core, ids: readonly string[], change: Partial<Task> = {}): Promise<void> {
  await Promise.all(
    ids.map(async (id) => {
      const task = await ctx.store.task(id)
      const at = new Date()
      if (!task) return
      const event = { taskId: id, caseNo: task.caseNo, type: 'feedback', by: 'u-0', at, data: {} }
      await ctx.store.commit({ task: { ...task, activeAt: at, ...change }, events: [event] }, at)
    }),
  )
}
