import { Client } from 'pg'
import { FILLED_TABLES, INDEXES, TABLES, type Ground } from './ground.ts'
import type { Row } from './vary.ts'

/** Rows put in with one statement. */
const AT_ONCE = 2000

export async function postgresGround(url: string): Promise<Ground> {
  const client = new Client({ connectionString: url })
  await client.connect()
  // what is lost of a fill is filled again
  await client.query(`SET synchronous_commit = off; SET TIME ZONE 'UTC'`)
  const one = async <T>(text: string, values: unknown[] = []): Promise<T | undefined> =>
    (await client.query(text, values)).rows[0] as T | undefined
  const meta = async (key: string): Promise<string | null> =>
    (await one<{ value: string }>(`SELECT "value" FROM "meta" WHERE "key" = $1`, [key]))?.value ?? null
  const setMeta = async (key: string, value: string): Promise<void> =>
    void (await client.query(
      `INSERT INTO "meta" VALUES ($1, $2) ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"`,
      [key, value],
    ))
  return {
    async rows(table, where) {
      const found = await client.query<{ row: Row }>(`SELECT to_jsonb(t) AS "row" FROM "${table}" AS t WHERE ${where}`)
      return found.rows.map(({ row }) => row)
    },
    async add(table, rows) {
      const names = Object.keys(rows[0] ?? {})
        .map((name) => `"${name}"`)
        .join(',')
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        const part = JSON.stringify(rows.slice(from, from + AT_ONCE))
        await client.query(
          `INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
          [part],
        )
      }
    },
    literal: (at) => `'${at.toISOString()}'::timestamptz`,
    meta,
    setMeta,
    async dropIndexes() {
      if (await meta(INDEXES)) return
      const found = await client.query<{ name: string; sql: string }>(
        `SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE 'CREATE INDEX%' AND tablename = ANY($1)`,
        [FILLED_TABLES],
      )
      await setMeta(INDEXES, JSON.stringify(found.rows.map(({ sql }) => sql)))
      for (const { name } of found.rows) await client.query(`DROP INDEX "${name}"`)
    },
    async makeIndexes() {
      const kept = JSON.parse((await meta(INDEXES)) ?? '[]') as readonly string[]
      for (const text of kept) await client.query(text.replace('CREATE INDEX', 'CREATE INDEX IF NOT EXISTS'))
      await client.query(`DELETE FROM "meta" WHERE "key" = $1`, [INDEXES])
    },
    async atOnce(work) {
      await client.query('BEGIN')
      try {
        await work()
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      }
    },
    async sizes() {
      await client.query('ANALYZE')
      const found = await client.query<{ name: string; size: string }>(
        `SELECT relname AS name, pg_relation_size(oid) + COALESCE(pg_total_relation_size(NULLIF(reltoastrelid, 0)), 0) AS size FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')`,
      )
      const counted = await Promise.all(
        TABLES.map(
          async (table) =>
            [table, Number((await one<{ n: string }>(`SELECT COUNT(*) AS n FROM "${table}"`))?.n ?? 0)] as const,
        ),
      )
      return {
        bytes: Number((await one<{ n: string }>(`SELECT pg_database_size(current_database()) AS n`))?.n ?? 0),
        rows: Object.fromEntries(counted),
        kb: Object.fromEntries(
          found.rows
            .filter(({ size }) => Number(size) > 100_000)
            .map(({ name, size }) => [name, Math.round(Number(size) / 1024)]),
        ),
      }
    },
    close: () => client.end(),
  }
}
