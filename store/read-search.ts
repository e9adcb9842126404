import type { Reading } from './database.ts'
import type { SearchQuery, Store } from './store.ts'
import type { Columns } from './tables.ts'

export type SearchReads = Pick<Store, 'search'>

const asked = {
  town: 'text',
  station: 'text',
  lead: 'text',
  item: 'text',
  place: 'text',
  words: 'text',
  since: 'time',
  before: 'time',
} as const satisfies Columns

const like = (column: string, value: string) => String.raw`${column} LIKE ${value} ESCAPE '\'`
/** What a unit has: it leads, it helps, or it guides whoever has it. */
const OF_UNIT = `(t."lead" = a."station" OR CAST(t."assist" AS TEXT) LIKE '%"' || a."station" || '"%' OR t."understood" ->> 'guide' = a."station")`
const SAID = `(${['caseNo', 'text', 'placeName'].map((name) => like(`t."${name}"`, 'a."words"')).join(' OR ')})`

/** Only what is asked for stands in the statement. */
function conditions(query: SearchQuery): string[] {
  const { station, lead, item, place, words, since, before, stages } = query
  return [
    `t."town" = a."town"`,
    ...(station === undefined ? [] : [OF_UNIT]),
    ...(lead === undefined ? [] : [`t."lead" = a."lead"`]),
    ...(item === undefined ? [] : [`t."item" = a."item"`]),
    ...(place === undefined ? [] : [`t."placeCode" = a."place"`]),
    ...(words === undefined ? [] : [SAID]),
    ...(since === undefined ? [] : [`t."createdAt" >= a."since"`]),
    ...(before === undefined ? [] : [`t."createdAt" < a."before"`]),
    ...(stages === undefined ? [] : [`t."stage" IN (${stages.map((stage) => `'${stage}'`).join(', ')})`]),
  ]
}

/** Cases that are looked for on the pages, newest first. */
export function searchReads({ sql, dialect }: Reading, task: Store['task']): SearchReads {
  return {
    async search(query) {
      // CROSS JOIN keeps SQLite walking the cases by age, so that it stops at the first page
      const text = `WITH asked AS (SELECT * FROM ${dialect.source(asked)}) SELECT t."id" AS "id" FROM "task" AS t CROSS JOIN asked AS a WHERE ${conditions(query).join(' AND ')} ORDER BY t."createdAt" DESC, t."seq" DESC LIMIT ${Math.trunc(query.limit)} OFFSET ${Math.trunc(query.offset)}`
      const words = query.words === undefined ? null : `%${query.words.replace(/[\\%_]/g, String.raw`\$&`)}%`
      const rows = await sql.rows<Readonly<{ id: string }>>(text, dialect.json(asked, [{ ...query, words }]))
      return (await Promise.all(rows.map(({ id }) => task(id)))).flatMap((found) => found ?? [])
    },
  }
}
