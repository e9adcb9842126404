import { setImmediate as turn } from 'node:timers/promises'
import type { Database, Sql } from './database.ts'
import { toJson } from './json.ts'

type Day = { last: number; current: boolean; asking: Promise<void> | null }

export type CaseNumbers = Readonly<{
  next(town: string, day: string): Promise<number>
  lost(town: string, day: string): void
}>

/** Old days are only numbered when a clock is moved; they are looked up again then. */
const DAYS_KEPT = 200

/** A number is never given twice; where several processes give them, the database keeps the count. */
export function caseNumbers({ models, sql, aside }: Pick<Database, 'models' | 'sql' | 'aside'>): CaseNumbers {
  return aside === null ? fromMemory(models) : reserved(sql)
}

/** Of the process that is alone. */
function fromMemory(models: Database['models']): CaseNumbers {
  const days = new Map<string, Day>()

  function dayOf(key: string): Day {
    const known = days.get(key)
    if (known !== undefined) return known
    const fresh: Day = { last: 0, current: false, asking: null }
    days.set(key, fresh)
    const [oldest] = days.keys()
    if (days.size > DAYS_KEPT && oldest !== undefined) days.delete(oldest)
    return fresh
  }

  async function ask(of: Day, town: string, day: string): Promise<void> {
    try {
      const highest = await models.task.findFirst({
        where: { town, day },
        orderBy: { seq: 'desc' },
        select: { seq: true },
      })
      of.last = Math.max(of.last, highest?.seq ?? 0)
      of.current = true
    } finally {
      of.asking = null
    }
  }

  return {
    async next(town, day) {
      const counter = dayOf(`${town} ${day}`)
      while (!counter.current) await (counter.asking ??= ask(counter, town, day))
      return ++counter.last
    },
    lost(town, day) {
      dayOf(`${town} ${day}`).current = false
    },
  }
}

/** As many as wait at once, after the last that was reserved or given. The note is of no use once the day is over. */
const RESERVE = `INSERT INTO "note" ("key", "value", "until")
SELECT j."key", (j."count" + COALESCE((SELECT MAX("seq") FROM "task" WHERE "town" = j."town" AND "day" = j."day"), 0))::text, clock_timestamp() + interval '3 days'
FROM json_to_recordset($1::json) AS j("key" text, "town" text, "day" text, "count" integer)
ON CONFLICT ("key") DO UPDATE SET "until" = EXCLUDED."until",
  "value" = GREATEST(EXCLUDED."value"::integer, "note"."value"::integer + ($1::json -> 0 ->> 'count')::integer)::text
RETURNING "value"`

type Caller = Readonly<{ resolve(seq: number): void; reject(error: unknown): void }>

/**
 * Two processes that both looked for the highest number would take the same one again and again. Past the commit queue,
 * on a connection that answers `NotNow` while the server is away: a report is not to be put aside for it.
 */
function reserved(sql: Sql): CaseNumbers {
  const waiting = new Map<string, Caller[]>()

  async function reserve(town: string, day: string): Promise<void> {
    await turn()
    const callers = waiting.get(`${town} ${day}`) ?? []
    waiting.delete(`${town} ${day}`)
    try {
      const asked = [{ key: `numbers ${town} ${day}`, town, day, count: callers.length }]
      const [row] = await sql.rows<{ value: string }>(RESERVE, toJson(asked))
      const before = Number(row?.value) - callers.length
      callers.forEach(({ resolve }, n) => resolve(before + 1 + n))
    } catch (error) {
      for (const { reject } of callers) reject(error)
    }
  }

  return {
    next: (town, day) =>
      new Promise((resolve, reject) => {
        const others = waiting.get(`${town} ${day}`)
        if (others) return void others.push({ resolve, reject })
        waiting.set(`${town} ${day}`, [{ resolve, reject }])
        void reserve(town, day)
      }),
    lost: () => undefined,
  }
}
