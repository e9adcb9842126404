import type { Reading } from './database.ts'
import type { IdentityModel } from './generated/sqlite/models.ts'
import { toJson } from './json.ts'
import { loader } from './loader.ts'
import { SEALED } from '../domain/people/sealed.ts'
import type { Store } from './store.ts'
import type { Columns } from './tables.ts'

export type IdentityReads = Pick<
  Store,
  'identity' | 'unsealedPeople' | 'identityByLookup' | 'sealedOtherwise' | 'keysInUse'
>

const one = { id: 'text' } as const satisfies Columns
/** Where people stand. */
const PEOPLE = [
  ['report', 'userid'],
  ['conversation', 'userid'],
  ['contact', 'userid'],
  ['customer', 'external'],
  ['inbox', 'userid'],
] as const

/** Who people are. */
export function identityReads({ sql, dialect, models }: Reading): IdentityReads {
  const by = (column: 'id' | 'lookup') => {
    const text = `SELECT * FROM "identity" WHERE "${column}" IN ${dialect.list}`
    return loader(async (keys) => {
      const rows = await sql.rows<IdentityModel>(text, toJson(keys))
      return new Map(rows.map((row) => [row[column], row]))
    })
  }
  // from key to key along the index: there are few, of as many people as may be
  const keys =
    `WITH RECURSIVE k("id") AS (SELECT MIN("keyId") FROM "identity" UNION ALL ` +
    `SELECT (SELECT MIN(i."keyId") FROM "identity" AS i WHERE i."keyId" > k."id") FROM k WHERE k."id" IS NOT NULL) ` +
    `SELECT k."id" AS "id" FROM k WHERE EXISTS (SELECT 1 FROM "identity" AS i WHERE i."keyId" = k."id" AND i."erasedAt" IS NULL)`
  return {
    identity: by('id'),
    identityByLookup: by('lookup'),
    sealedOtherwise: (keyId, take) =>
      models.identity.findMany({ where: { keyId: { not: keyId }, erasedAt: null }, take }),
    async unsealedPeople(after, limit) {
      const sources = PEOPLE.map(
        ([table, column]) => `SELECT "${column}" AS "id" FROM "${table}" WHERE "${column}" NOT LIKE '${SEALED}%'`,
      )
      const text = `SELECT DISTINCT "id" FROM (${sources.join(' UNION ALL ')}) AS found WHERE "id" > (SELECT "id" FROM ${dialect.source(one)}) ORDER BY "id" LIMIT ${Math.trunc(limit)}`
      const rows = await sql.rows<{ id: string }>(text, dialect.json(one, [{ id: after }]))
      return rows.map(({ id }) => id)
    },
    async keysInUse() {
      return (await sql.rows<{ id: string }>(keys)).map(({ id }) => id)
    },
  }
}
