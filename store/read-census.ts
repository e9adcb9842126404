import { OPEN_STAGES } from '../domain/task.ts'
import type { Reading } from './database.ts'
import type { Store } from './store.ts'

export type CensusReads = Pick<Store, 'census' | 'parkedSince' | 'clock'>

type Counted<Name extends string> = Readonly<Record<Name, string>> & Readonly<{ count: number | bigint }>

/** How much there is of everything that is not done, for those who measure. */
export function censusReads({ sql, dialect, models }: Reading): CensusReads {
  const stages = OPEN_STAGES.map((stage) => `'${stage}'`).join(', ')
  const cases = `SELECT "town", COUNT(*) AS "count" FROM "task" WHERE "stage" IN (${stages}) GROUP BY 1`
  const inbox = `SELECT "status", COUNT(*) AS "count" FROM "inbox" WHERE "status" IN ('pending', 'parked') GROUP BY 1`
  const outbox = `SELECT "status", "queue", COUNT(*) AS "count" FROM "outbox" WHERE "status" IN ('pending', 'waiting', 'parked') GROUP BY 1, 2`
  const counted = async <Name extends string>(query: string) =>
    (await sql.rows<Counted<Name>>(query)).map((row) => ({ ...row, count: Number(row.count) }))

  return {
    census: async () => ({
      cases: await counted<'town'>(cases),
      inbox: await counted<'status'>(inbox),
      outbox: await counted<'status' | 'queue'>(outbox),
    }),
    parkedSince: (at) => models.inbox.count({ where: { status: 'parked', receivedAt: { gte: at } } }),
    async clock() {
      // SQLite asks the clock of this machine
      if (dialect.name === 'sqlite') return null
      const [row] = await sql.rows<{ ms: number }>(
        'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS "ms"',
      )
      return row ? new Date(Number(row.ms)) : null
    },
  }
}
