import type { Reading } from './database.ts'
import { isSeq, type Dialect } from './dialect.ts'
import type { SearchQuery, Store } from './store.ts'
import type { Columns } from './tables.ts'

export type SearchReads = Pick<Store, 'search'>

const asked = {
  town: 'text',
  station: 'text',
  lead: 'text',
  item: 'text',
  place: 'text',
  day: 'text',
  seq: 'int',
  words: 'text',
  since: 'time',
  before: 'time',
} as const satisfies Columns

/** What is asked for, as one value each: only so do both databases use an index for it. */
const value = (name: keyof typeof asked): string => `(SELECT "${name}" FROM asked)`
const is = (column: string, name: keyof typeof asked): string => `t."${column}" = ${value(name)}`

/** What a unit has: it leads, it helps, or it guides whoever has it. */
const ofUnit = (dialect: Dialect): string =>
  `(${is('lead', 'station')} OR ${stands(dialect, 'CAST(t."assist" AS TEXT)', `'"' || ${value('station')} || '"'`)} OR t."understood" ->> 'guide' = ${value('station')})`

/** Not by LIKE, which takes % and _ for more than they are. */
const stands = ({ name }: Dialect, text: string, part: string): string =>
  `${name === 'sqlite' ? 'instr' : 'strpos'}(${text}, ${part}) > 0`

/** Only what is asked for stands in the statement. */
function conditions(query: SearchQuery, dialect: Dialect): string[] {
  const { station, lead, item, place, day, seq, words, since, before, stages } = query
  const within = (column: string) => stands(dialect, `t."${column}"`, value('words'))
  // without a stage or a place the cases are walked by their age, and the township only looked at
  const narrow = stages !== undefined || place !== undefined || day !== undefined
  return [
    narrow ? is('town', 'town') : `COALESCE(t."town", '') = ${value('town')}`,
    ...(lead === undefined ? [] : [is('lead', 'lead')]),
    ...(item === undefined ? [] : [is('item', 'item')]),
    ...(place === undefined ? [] : [is('placeCode', 'place')]),
    ...(day === undefined ? [] : [is('day', 'day')]),
    ...(seq === undefined ? [] : [is('seq', 'seq')]),
    ...(since === undefined ? [] : [`t."createdAt" >= ${value('since')}`]),
    ...(before === undefined ? [] : [`t."createdAt" < ${value('before')}`]),
    ...(stages === undefined ? [] : [`t."stage" IN (${stages.map((stage) => `'${stage}'`).join(', ')})`]),
    ...(words === undefined ? [] : [`(${within('text')} OR ${within('placeName')})`]),
    ...(station === undefined ? [] : [ofUnit(dialect)]),
  ]
}

/** Words may stand nowhere: all cases are read in their order on the disk, which is much faster than by their age. */
const ageOf = ({ words }: SearchQuery): string =>
  words === undefined ? 't."createdAt"' : 'COALESCE(t."createdAt", t."dispatchedAt")'

/** Cases that are looked for on the pages, newest first. */
export function searchReads({ sql, dialect }: Reading, task: Store['task']): SearchReads {
  return {
    async search(query) {
      if (query.seq !== undefined && !isSeq(query.seq)) return []
      const text = [
        `WITH asked AS (SELECT * FROM ${dialect.source(asked)})`,
        `SELECT t."id" AS "id" FROM "task" AS t WHERE ${conditions(query, dialect).join(' AND ')}`,
        `ORDER BY ${ageOf(query)} DESC, t."seq" DESC`,
        `LIMIT ${Math.trunc(query.limit)} OFFSET ${Math.trunc(query.offset)}`,
      ].join(' ')
      const rows = await sql.rows<Readonly<{ id: string }>>(text, dialect.json(asked, [query]))
      return (await Promise.all(rows.map(({ id }) => task(id)))).flatMap((found) => found ?? [])
    },
  }
}
