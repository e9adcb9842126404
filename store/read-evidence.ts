import { EVIDENCE } from '../domain/case/evidence.ts'
import { ERASED } from '../domain/decision.ts'
import { GENESIS, parseHead, type Head, type Link } from './chain.ts'
import type { Reading } from './database.ts'

/** A file the log names, and whether it was let go of since. */
export type LoggedFile = Readonly<{ seq: number; caseNo: string; sha256: string; erased: boolean }>

export type EvidenceReads = Readonly<{
  /** the end of the log */
  head(): Promise<Head>
  /** what happened to a case up to there, as it hangs on the chain */
  links(taskId: string, upTo: number): Promise<Link[]>
  /** the event with this number */
  linkAt(seq: number): Promise<Head | null>
  /** files the log names behind this event, in its order */
  loggedFiles(after: number, limit: number): Promise<LoggedFile[]>
}>

/** For those who look from outside: what can be proved of a case, and of the files of all cases. */
export function evidenceReads({ models, sql }: Reading): EvidenceReads {
  return {
    async head() {
      const row = await models.meta.findUnique({ where: { key: 'head' } })
      return row === null ? GENESIS : parseHead(row.value)
    },
    async links(taskId, upTo) {
      const rows = await models.event.findMany({ where: { taskId, seq: { lte: upTo } }, orderBy: { seq: 'asc' } })
      return rows.map((row) => ({ ...row, data: { ...Object(row.data) } }))
    },
    linkAt: (seq) => models.event.findUnique({ where: { seq }, select: { seq: true, hash: true } }),
    async loggedFiles(after, limit) {
      const text = `SELECT e."seq" AS "seq", e."caseNo" AS "caseNo", e."data" ->> 'sha256' AS "sha256", a."fault" AS "fault" FROM "event" AS e LEFT JOIN "attachment" AS a ON a."id" = e."data" ->> 'id' WHERE e."type" = '${EVIDENCE}' AND e."seq" > ${Math.trunc(after)} ORDER BY e."seq" LIMIT ${Math.trunc(limit)}`
      const rows = await sql.rows<Omit<LoggedFile, 'erased'> & Readonly<{ fault: string | null }>>(text)
      return rows.map(({ seq, caseNo, sha256, fault }) => ({
        seq: Number(seq),
        caseNo,
        sha256,
        erased: fault === ERASED,
      }))
    },
  }
}
