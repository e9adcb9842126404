import { noOf, type Entry, type Kind } from '../domain/book/entry.ts'
import type { Reading } from './database.ts'
import { isSeq } from './dialect.ts'
import type { EntryModel } from './generated/sqlite/models.ts'
import type { EntryQuery, Store } from './store.ts'

export type EntryReads = Pick<Store, 'entry' | 'entryByNo' | 'entriesOf' | 'entries' | 'nextEntry'>

/** What stands in the book beside the cases. */
export function entryReads({ models }: Reading): EntryReads {
  return {
    async entry(id) {
      const row = await models.entry.findUnique({ where: { id } })
      return row && entryOf(row)
    },
    async entryByNo(no) {
      const row = await models.entry.findUnique({ where: { no } })
      return row && entryOf(row)
    },
    async entriesOf(taskId) {
      const rows = await models.entry.findMany({ where: { taskId }, orderBy: oldestFirst })
      return rows.map(entryOf)
    },
    async entries(query) {
      if (query.seq !== undefined && !isSeq(query.seq)) return []
      const rows = await models.entry.findMany({ where: whereOf(query), orderBy: newestFirst, take: query.limit })
      return rows.map(entryOf)
    },
    async nextEntry(town, kind, year) {
      const last = await models.entry.findFirst({
        where: { town, kind, year },
        orderBy: { seq: 'desc' },
        select: { seq: true },
      })
      const seq = (last?.seq ?? 0) + 1
      return { year, seq, no: noOf(town, kind, year, seq) }
    },
  }
}

const oldestFirst = [{ at: 'asc' }, { id: 'asc' }] as const satisfies object[]
const newestFirst = [{ at: 'desc' }, { id: 'desc' }] as const satisfies object[]

function whereOf({ town, kinds, states, owner, seq, since, before }: EntryQuery) {
  return {
    ...(town === undefined ? {} : { town }),
    ...(kinds === undefined ? {} : { kind: { in: [...kinds] } }),
    ...(states === undefined ? {} : { state: { in: [...states] } }),
    ...(owner === undefined ? {} : { owner }),
    ...(seq === undefined ? {} : { seq }),
    ...(since === undefined && before === undefined
      ? {}
      : { at: { ...(since ? { gte: since } : {}), ...(before ? { lt: before } : {}) } }),
  }
}

/** A row this program wrote itself: its shape is the one that was written. */
const entryOf = (row: EntryModel): Entry => row as unknown as Entry & Readonly<{ kind: Kind }>
