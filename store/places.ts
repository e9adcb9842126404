import type { Decision } from '../domain/decision.ts'
import { SEALED } from '../domain/people/sealed.ts'
import { toJson } from './json.ts'
import type { Kit } from './kit.ts'

/**
 * Of whoever asked not to be known it is not kept where his pictures were taken. It is asked of the rows as they are now:
 * the wish, the picture and the case may come in any order.
 */
export async function forgetPlaces({ sql, dialect }: Kit, decisions: readonly Decision[]): Promise<void> {
  const cases = decisions.flatMap(({ task }) => (task && task.shield !== 'none' ? [task.id] : []))
  const files = decisions.flatMap(({ attachments = [], fetched = [], attach }) => [
    ...attachments.flatMap(({ id, gps, taskId }) => (gps && taskId ? [id] : [])),
    ...fetched.flatMap(({ id, gps }) => (gps ? [id] : [])),
    ...(attach?.ids ?? []),
  ])
  if (cases.length > 0) await sql.run(`${update} "taskId" IN ${dialect.list}`, toJson(cases))
  if (files.length > 0) await sql.run(`${update} "id" IN ${dialect.list}`, toJson(files))
}

const update = `UPDATE "attachment" SET "gps" = NULL WHERE "gps" IS NOT NULL AND "by" LIKE '${SEALED}%' AND EXISTS (SELECT 1 FROM "task" AS t WHERE t."id" = "attachment"."taskId" AND t."shield" <> 'none') AND`
