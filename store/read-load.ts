import { OPEN_STAGES } from '../domain/task.ts'
import type { Reading } from './database.ts'
import type { Load, Store } from './store.ts'
import type { Columns } from './tables.ts'

export type LoadReads = Pick<Store, 'loads'>

const asked = { town: 'text', now: 'time', since: 'time' } as const satisfies Columns

type Counted = Readonly<{ lead: string | null; holder: string | null }> &
  Readonly<Record<'open' | 'overdue' | 'finished', number | bigint | string | null>>

/** How much units and people have in hand. */
export function loadReads({ sql, dialect }: Reading): LoadReads {
  const j = dialect.source(asked)
  const stages = OPEN_STAGES.map((stage) => `'${stage}'`).join(', ')
  // as `isLate` of domain/work/late.ts has it
  const late = `(t."holder" IS NULL AND t."signBy" < j."now") OR t."finishBy" < j."now"`
  const open = `SELECT t."lead", t."holder", COUNT(*) AS "open", SUM(CASE WHEN ${late} THEN 1 ELSE 0 END) AS "overdue", 0 AS "finished" FROM ${j}, "task" AS t WHERE t."town" = j."town" AND t."stage" IN (${stages}) GROUP BY 1, 2`
  const over = `SELECT t."lead", t."holder", 0 AS "open", 0 AS "overdue", COUNT(*) AS "finished" FROM ${j}, "task" AS t WHERE t."town" = j."town" AND t."stage" IN ('finished', 'closed') AND t."finishedAt" >= j."since" GROUP BY 1, 2`

  return {
    async loads(town, now, since) {
      const parameter = dialect.json(asked, [{ town, now, since }])
      const rows = [...(await sql.rows<Counted>(open, parameter)), ...(await sql.rows<Counted>(over, parameter))]
      return rows.map(({ lead, holder, open: has, overdue, finished }): Load => ({
        ...{ lead, holder },
        ...{ open: Number(has), overdue: Number(overdue), finished: Number(finished) },
      }))
    },
  }
}
