import pg from 'pg'
import { migratePostgres } from '../../store/migrate-postgres.ts'
import { bareQueue, template, type Row } from '../ceiling.ts'

const GROUP = 50
/** more than a report has of any table: numbers of rows that are not given by the database */
const MOST_ROWS = 100
const TABLES = ['inbox', 'task', 'report', 'event', 'outbox', 'timer'] as const

/** The ceiling on PostgreSQL: a bare script writes the rows of a report, in groups of 50, hands them to BullMQ and marks them delivered. */
export async function postgresCeiling(dir: string, redisUrl: string, url: string, reports: number): Promise<number> {
  const rows = await template(dir)
  await migratePostgres(url)
  const client = new pg.Client({ connectionString: url })
  // the server may be stopped before we are done, where something fails
  client.on('error', () => undefined)
  await client.connect()
  const queue = bareQueue(redisUrl)
  const types = await columnTypes(client)
  let marking: Promise<unknown> = Promise.resolve()
  const from = performance.now()
  for (let n = 0; n < reports; n += GROUP) {
    await client.query('BEGIN')
    for (const table of TABLES) {
      const made = Array.from({ length: GROUP }, (_, i) => rows[table].map((row, at) => fresh(table, row, n + i, at)))
      await client.query(insertOf(table, types), [JSON.stringify(made.flat())])
    }
    await client.query('COMMIT')
    await queue.add(
      Array.from({ length: GROUP }, (_, i) => rows.outbox.map((_row, at) => `outbox-${n + i}-${at}`)).flat(),
    )
  }
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  await queue.drained(reports * rows.outbox.length, (ids) => {
    marking = marking.then(() => other.query(MARK, [ids]))
  })
  await marking
  const seconds = (performance.now() - from) / 1000
  await Promise.all([queue.close(), client.end(), other.end()])
  return reports / seconds
}

const MARK = `UPDATE "outbox" SET "status" = 'sent', "attempts" = 1, "settledAt" = now() WHERE "id" = ANY($1)`

type Types = ReadonlyMap<string, string>

async function columnTypes(client: pg.Client): Promise<Types> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT table_name || '.' || column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  return new Map(rows.map(({ name, type }) => [name, type]))
}

/** Instants lie in the file of SQLite as milliseconds, documents as texts. */
function insertOf(table: string, types: Types): string {
  const columns = [...types].flatMap(([name, type]) =>
    name.startsWith(`${table}.`) ? [[name.split('.')[1], type]] : [],
  )
  const given = columns.filter(([name]) => !(name === 'seq' && table === 'outbox'))
  const cast = given.map(([name, type]) =>
    type?.startsWith('timestamp')
      ? `to_timestamp((r->>'${name}')::double precision / 1000)`
      : type === 'jsonb'
        ? `(r->>'${name}')::jsonb`
        : `(r->>'${name}')::${type}`,
  )
  const names = given.map(([name]) => `"${name}"`).join(', ')
  return `INSERT INTO "${table}" (${names}) SELECT ${cast.join(', ')} FROM json_array_elements($1::json) AS r`
}

function fresh(table: string, row: Row, n: number, at: number): Row {
  const own: Row = {
    id: `${table}-${n}-${at}`,
    dedupeKey: `c-${n}`,
    key: `k-${n}-${at}`,
    caseNo: `QX${n}`,
    taskId: `task-${n}-0`,
    subject: `task-${n}-0`,
  }
  const named = Object.entries(row).map(([name, value]) => [name, value !== null && name in own ? own[name] : value])
  return { ...Object.fromEntries(named), ...('seq' in row ? { seq: n * MOST_ROWS + at + 10 } : {}) }
}
