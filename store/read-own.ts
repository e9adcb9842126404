import type { Stage } from '../domain/task.ts'
import type { Reading } from './database.ts'
import { toJson } from './json.ts'
import { loader } from './loader.ts'

/** The ids of a person's newest cases in these stages. */
export type OwnCases = (userid: string, stages: readonly Stage[], limit: number) => Promise<readonly string[]>

type Found = Readonly<{ userid: string; id: string }>
type Asked = readonly [userid: string, stages: readonly Stage[], limit: number]

/** Every message asks for its sender's cases: all that ask for the same kind at once are one query. */
export function ownCases({ sql, dialect }: Reading): OwnCases {
  async function newest(userids: readonly string[], stages: readonly Stage[], limit: number): Promise<Found[]> {
    // CROSS JOIN keeps SQLite from walking all cases by age to look for these people's
    const own = `SELECT DISTINCT "userid", "taskId" FROM "report" WHERE "userid" IN ${dialect.list}`
    const order = `ORDER BY t."createdAt" DESC, t."seq" DESC`
    const ranked =
      `SELECT r."userid", t."id", ROW_NUMBER() OVER (PARTITION BY r."userid" ${order}) AS "rank" ` +
      `FROM (${own}) AS r CROSS JOIN "task" AS t WHERE t."id" = r."taskId" ` +
      `AND t."stage" IN (${stages.map((stage) => `'${stage}'`).join(', ')})`
    const text = `SELECT "userid", "id" FROM (${ranked}) AS f WHERE "rank" <= ${limit} ORDER BY "rank"`
    return sql.rows<Found>(text, toJson([...userids]))
  }

  const load = loader<string[]>(async (keys) => {
    const found = new Map<string, string[]>(keys.map((key) => [key, []]))
    for (const [kind, userids] of byKind(keys)) {
      const [stages, limit] = JSON.parse(kind) as [readonly Stage[], number]
      for (const { userid, id } of await newest(userids, stages, limit))
        found.get(JSON.stringify([userid, stages, limit]))?.push(id)
    }
    return found
  })
  return async (userid, stages, limit) =>
    stages.length === 0 ? [] : ((await load(JSON.stringify([userid, stages, Math.trunc(limit)]))) ?? [])
}

function byKind(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const kinds = new Map<string, string[]>()
  for (const key of keys) {
    const [userid, stages, limit] = JSON.parse(key) as Asked
    const kind = JSON.stringify([stages, limit])
    kinds.set(kind, [...(kinds.get(kind) ?? []), userid])
  }
  return kinds
}
