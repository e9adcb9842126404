import type { Reading } from './database.ts'
import { UNLOGGED } from './evidence.ts'
import { toJson } from './json.ts'
import { ERASED, isOver, overSince } from './over.ts'
import type { FilesToGo, LeavingFiles, Store } from './store.ts'
import type { Columns } from './tables.ts'

export type FileReads = Pick<Store, 'filesToGo' | 'unloggedFiles'>

const asked = { before: 'time', by: 'text' } as const satisfies Columns
const BEFORE = '(SELECT "before" FROM asked)'
const BY = '(SELECT "by" FROM asked)'
const overOrNone = `(a."taskId" IS NULL OR ${isOver('t')})`

const WHICH: Readonly<Record<FilesToGo['what'], string>> = {
  // by the index of what is still there: what was let go of in all the years before is not looked at again
  photos: `a."at" < ${BEFORE} AND ${overSince('t', BEFORE)}`,
  loose: `a."taskId" IS NULL AND a."at" < ${BEFORE}`,
  forgotten: `a."by" IN (${ERASED}) AND ${overOrNone}`,
  person: `a."by" = ${BY} AND ${overOrNone}`,
}

type Stored = Readonly<{ id: string; sha256: string | null; thumb: string | null }>

/** Stored files nobody needs any more. */
export function fileReads({ sql, dialect }: Reading): FileReads {
  const others = `WITH going AS ${dialect.list} SELECT "id", "sha256", "thumb" FROM "attachment" WHERE "sha256" IN (SELECT value FROM going) OR "thumb" IN (SELECT value FROM going)`
  return {
    async unloggedFiles(limit) {
      const rows = await sql.rows<{ id: string }>(
        `SELECT a."id" AS "id" ${UNLOGGED} ORDER BY a."id" LIMIT ${Math.trunc(limit)}`,
      )
      return rows.map(({ id }) => id)
    },
    async filesToGo(which, limit): Promise<LeavingFiles> {
      const text = `WITH asked AS (SELECT * FROM ${dialect.source(asked)}) SELECT a."id" AS "id", a."sha256" AS "sha256", a."thumb" AS "thumb" FROM "attachment" AS a LEFT JOIN "task" AS t ON t."id" = a."taskId" WHERE a."sha256" IS NOT NULL AND ${WHICH[which.what]} LIMIT ${Math.trunc(limit)}`
      const row = { before: 'before' in which ? which.before : null, by: 'by' in which ? which.by : null }
      const going = await sql.rows<Stored>(text, dialect.json(asked, [row]))
      const ids = new Set(going.map(({ id }) => id))
      const files = [...new Set(going.flatMap(filesOf))]
      const same = await sql.rows<Stored>(others, toJson(files))
      // the same picture may have been sent by somebody else, as it was or as a copy that looks the same
      const needed = new Set(same.filter(({ id }) => !ids.has(id)).flatMap(filesOf))
      return { ids: [...ids], files: files.filter((file) => !needed.has(file)) }
    },
  }
}

const filesOf = ({ sha256, thumb }: Stored): string[] => [sha256, thumb].flatMap((file) => file ?? [])
