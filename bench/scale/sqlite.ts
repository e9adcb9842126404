import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { FILLED_TABLES, INDEXES, TABLES, type Ground } from './ground.ts'
import type { Row } from './vary.ts'

export function sqliteGround(path: string): Ground {
  const db = new Database(path)
  // what is lost of a fill is filled again
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -262144')
  const statements = new Map<string, Database.Statement>()
  const insert = (table: string, names: readonly string[]): Database.Statement => {
    const known = statements.get(table)
    if (known) return known
    const made = db.prepare(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(',')}) VALUES (${names.map(() => '?').join(',')})`,
    )
    statements.set(table, made)
    return made
  }
  const setMeta = (key: string, value: string): void =>
    void db.prepare(`INSERT OR REPLACE INTO "meta" VALUES (?, ?)`).run(key, value)
  const meta = (key: string): string | null =>
    db.prepare<[string], { value: string }>(`SELECT "value" FROM "meta" WHERE "key" = ?`).get(key)?.value ?? null
  return {
    rows: async (table, where) => db.prepare<[], Row>(`SELECT * FROM "${table}" WHERE ${where}`).all(),
    async add(table, rows) {
      const names = Object.keys(rows[0] ?? {})
      for (const row of rows) insert(table, names).run(...names.map((name) => row[name]))
    },
    literal: (at) => String(at.getTime()),
    meta: (key) => Promise.resolve(meta(key)),
    setMeta: (key, value) => Promise.resolve(setMeta(key, value)),
    async dropIndexes() {
      if (meta(INDEXES)) return
      const tables = FILLED_TABLES.map((table) => `'${table}'`).join(', ')
      const found = db
        .prepare<[], { name: string; sql: string }>(
          `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX%' AND tbl_name IN (${tables})`,
        )
        .all()
      db.transaction(() => {
        setMeta(INDEXES, JSON.stringify(found.map(({ sql }) => sql)))
        for (const { name } of found) db.exec(`DROP INDEX "${name}"`)
      })()
    },
    async makeIndexes() {
      const kept = JSON.parse(meta(INDEXES) ?? '[]') as readonly string[]
      db.transaction(() => {
        for (const text of kept) db.exec(text)
        db.exec(`DELETE FROM "meta" WHERE "key" = '${INDEXES}'`)
      })()
    },
    async atOnce(work) {
      db.exec('BEGIN IMMEDIATE')
      try {
        await work()
        db.exec('COMMIT')
      } finally {
        if (db.inTransaction) db.exec('ROLLBACK')
      }
    },
    async sizes() {
      const pages = db
        .prepare<[], { name: string; size: number }>(`SELECT name, pgsize AS size FROM dbstat WHERE aggregate = TRUE`)
        .all()
      const count = (table: string): number =>
        db.prepare<[], { n: number }>(`SELECT COUNT(*) AS n FROM "${table}"`).get()?.n ?? 0
      return {
        bytes: statSync(path).size,
        rows: Object.fromEntries(TABLES.map((table) => [table, count(table)])),
        kb: Object.fromEntries(
          pages.filter(({ size }) => size > 100_000).map(({ name, size }) => [name, Math.round(size / 1024)]),
        ),
      }
    },
    async close() {
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
    },
  }
}
