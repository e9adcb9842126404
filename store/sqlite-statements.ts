import type Sqlite from 'better-sqlite3'
import type { Sql } from './database.ts'

type Row = Record<string, unknown>
type Said = Readonly<{ statement: Sqlite.Statement<unknown[], Row>; read(row: Row): Row }>

/** Some hundred texts are constant; a search has one for each page that is turned to. */
const MOST = 500

/** Raw statements on the driver itself, each prepared once. */
export function statementsOn(db: Sqlite.Database): Sql {
  const known = new Map<string, Said>()
  const said = (text: string): Said => {
    const again = known.get(text)
    if (again) return again
    const statement = db.prepare<unknown[], Row>(text)
    const first = { statement, read: statement.reader ? reader(statement.columns()) : (row: Row) => row }
    if (known.size >= MOST) known.clear()
    known.set(text, first)
    return first
  }
  const given = (parameter: string | undefined) => (parameter === undefined ? [] : [parameter])
  return {
    async rows<R>(text: string, parameter?: string) {
      const { statement, read } = said(text)
      return statement.all(...given(parameter)).map(read) as R[]
    },
    run: async (text, parameter) => said(text).statement.run(...given(parameter)).changes,
  }
}

/** SQLite knows neither instants nor JSON: what a column was declared as says what its number or text means. */
const MEANINGS: Readonly<Record<string, (value: unknown) => unknown>> = {
  DATETIME: (value) => new Date(Number(value)),
  JSONB: (value) => JSON.parse(String(value)) as unknown,
  BOOLEAN: (value) => value !== 0,
}

function reader(columns: readonly Sqlite.ColumnDefinition[]): (row: Row) => Row {
  const meant = columns.flatMap(({ name, type }) => {
    const meaning = MEANINGS[type?.toUpperCase() ?? '']
    return meaning ? [[name, meaning] as const] : []
  })
  if (meant.length === 0) return (row) => row
  return (row) => ({
    ...row,
    ...Object.fromEntries(meant.map(([name, meaning]) => [name, row[name] === null ? null : meaning(row[name])])),
  })
}
