import type { NewEvent } from '../domain/decision.ts'
import { EVIDENCE, evidenceOf, REPORTER, type CaseFile } from '../domain/case/evidence.ts'
import { parts } from '../domain/decision.ts'
import { toJson } from './json.ts'
import type { Kit } from './kit.ts'
import type { DecisionOp } from './ops.ts'

type Row = CaseFile & Readonly<{ taskId: string; caseNo: string; worked: unknown }>

/** A file that is here, belongs to a case, and is not in the log of that case. */
export const UNLOGGED = `FROM "attachment" AS a JOIN "task" AS t ON t."id" = a."taskId" WHERE a."sha256" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "event" AS e WHERE e."taskId" = a."taskId" AND e."type" = '${EVIDENCE}' AND e."data" ->> 'id' = a."id" AND e."data" ->> 'sha256' = a."sha256")`

/** An older version kept what the staff sent as reporters under their names: who did nothing for a case is not named in it. */
const WORKED = `EXISTS (SELECT 1 FROM "event" AS w WHERE w."taskId" = a."taskId" AND w."by" = a."by")`

/**
 * What the log says of files that became part of a case by these decisions, whichever came last: the message, the file
 * itself, or the case. It is asked of the rows as they are now, so that no way in can be forgotten.
 */
export async function newEvidence(
  { sql, dialect }: Kit,
  won: readonly DecisionOp[],
): Promise<ReadonlyMap<DecisionOp, readonly NewEvent[]>> {
  const causes = new Map(won.flatMap((op) => touched(op).map((id) => [id, op] as const)))
  const found = new Map<DecisionOp, NewEvent[]>()
  if (causes.size === 0) return found
  const text = `SELECT a.*, t."caseNo" AS "caseNo", ${WORKED} AS "worked" ${UNLOGGED} AND a."id" IN ${dialect.list} ORDER BY a."at", a."id"`
  for (const row of await sql.rows<Row>(text, toJson([...causes.keys()]))) {
    const op = causes.get(row.id)
    if (!op) continue
    const { taskId: id, caseNo } = row
    const file = op.decision.unlogged && !row.worked ? { ...row, by: REPORTER } : row
    found.set(op, [...(found.get(op) ?? []), evidenceOf(file, { id, caseNo }, op.now)])
  }
  return found
}

const touched = ({ decision }: DecisionOp): string[] =>
  parts(decision).flatMap(({ attachments = [], fetched = [], attach, unlogged = [] }) => [
    ...attachments.flatMap(({ id, taskId, sha256 }) => (taskId && sha256 ? [id] : [])),
    ...fetched.flatMap(({ id, sha256 }) => (sha256 ? [id] : [])),
    ...(attach?.ids ?? []),
    ...unlogged,
  ])
