import type { Reading } from './database.ts'
import { isSeq, type Dialect } from './dialect.ts'
import { inSlices, type Slice } from './slices.ts'
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
  firstDay: 'text',
  lastDay: 'text',
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
function conditions(query: SearchQuery, dialect: Dialect, slice: Slice | null): string[] {
  const { station, lead, item, place, day, seq, words, since, before, stages } = query
  const within = (column: string) => stands(dialect, `t."${column}"`, value('words'))
  const age = ageOf(slice)
  return [
    is('town', 'town'),
    ...(slice === null ? [] : [`t."day" >= ${value('firstDay')} AND t."day" <= ${value('lastDay')}`]),
    ...(lead === undefined ? [] : [is('lead', 'lead')]),
    ...(item === undefined ? [] : [is('item', 'item')]),
    ...(place === undefined ? [] : [is('placeCode', 'place')]),
    ...(day === undefined ? [] : [is('day', 'day')]),
    ...(seq === undefined ? [] : [is('seq', 'seq')]),
    ...(since === undefined ? [] : [`${age} >= ${value('since')}`]),
    ...(before === undefined ? [] : [`${age} < ${value('before')}`]),
    ...(stages === undefined ? [] : [`t."stage" IN (${stages.map((stage) => `'${stage}'`).join(', ')})`]),
    ...(words === undefined ? [] : [`(${within('text')} OR ${within('placeName')})`]),
    ...(station === undefined ? [] : [ofUnit(dialect)]),
  ]
}

/** The days are the way to a slice; by the instant SQLite would walk all townships. */
const ageOf = (slice: Slice | null): string =>
  slice === null ? 't."createdAt"' : 'COALESCE(t."createdAt", t."dispatchedAt")'

/** May what is asked for stand nowhere, or only far back? No index knows words, and none whom a unit helps. */
const mayBeRare = ({ words, station, lead, place, day, seq, stages }: SearchQuery): boolean =>
  words !== undefined || station !== undefined || (lead ?? place ?? day ?? seq ?? stages) === undefined

/** Cases that are looked for on the pages, newest first. */
export function searchReads(reading: Reading, task: Store['task']): SearchReads {
  const { sql, dialect } = reading
  async function idsOf(
    query: SearchQuery,
    slice: Slice | null,
    { skip, take }: Readonly<{ skip: number; take: number }>,
  ) {
    const text = [
      `WITH asked AS (SELECT * FROM ${dialect.source(asked)})`,
      `SELECT t."id" AS "id" FROM "task" AS t WHERE ${conditions(query, dialect, slice).join(' AND ')}`,
      `ORDER BY ${ageOf(slice)} DESC, t."seq" DESC LIMIT ${Math.trunc(take)} OFFSET ${Math.trunc(skip)}`,
    ].join(' ')
    const rows = await sql.rows<Readonly<{ id: string }>>(text, dialect.json(asked, [{ ...query, ...slice }]))
    return rows.map(({ id }) => id)
  }
  return {
    async search(query) {
      if (query.seq !== undefined && !isSeq(query.seq)) return []
      const { offset, limit } = query
      const ids = mayBeRare(query)
        ? (
            await inSlices(reading, query, offset + limit, (slice, take) => idsOf(query, slice, { skip: 0, take }))
          ).slice(offset)
        : await idsOf(query, null, { skip: offset, take: limit })
      return (await Promise.all(ids.map(task))).flatMap((found) => found ?? [])
    },
  }
}
