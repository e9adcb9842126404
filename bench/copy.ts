import type Database from 'better-sqlite3'

/** The rows of a table again and again, with other values in some columns: `n` runs over `from` … `from + count - 1`. */
export function copyRows(
  db: Database.Database,
  table: string,
  own: Readonly<Record<string, string>>,
  { count, from = 0, where = 'TRUE' }: Readonly<{ count: number; from?: number; where?: string }>,
): void {
  const names = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map((c) => c.name)
  const values = names.map((name) => own[name] ?? `t."${name}"`)
  db.exec(`WITH RECURSIVE n(n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM n WHERE n < ${from + count - 1})
    INSERT INTO "${table}" (${names.map((n) => `"${n}"`).join(',')}) SELECT ${values.join(',')} FROM n, (SELECT * FROM "${table}" WHERE ${where}) t`)
}
