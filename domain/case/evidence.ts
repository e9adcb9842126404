import type { NewAttachment, NewEvent } from '../decision.ts'
import type { Task } from '../task.ts'
import { isSealed } from '../people/sealed.ts'

/** The type of the event by which a stored file became part of a case. */
export const EVIDENCE = 'evidence'

/** Whoever sent it as a reporter is nobody's business. */
export const REPORTER = 'reporter'

/** A stored file of a case, as it lies in the rows. */
export type CaseFile = Pick<NewAttachment, 'id' | 'mime' | 'bytes' | 'by' | 'at' | 'source' | 'gps'> &
  Readonly<{ sha256: string }>

/**
 * The event of a file that became part of a case. The log is for ever: of a reporter's file it does not say where it was
 * taken, because that must go when he is forgotten (PIPL art. 47); the file itself, whose hash is here, says it while it is kept.
 */
export function evidenceOf(file: CaseFile, { id: taskId, caseNo }: Pick<Task, 'id' | 'caseNo'>, now: Date): NewEvent {
  const { id, sha256, mime, bytes, source } = file
  const by = isSealed(file.by) ? REPORTER : file.by
  const gps = by === REPORTER ? null : (file.gps ?? null)
  return {
    taskId,
    caseNo,
    type: EVIDENCE,
    by,
    at: now,
    data: { id, sha256, mime, bytes, source, at: file.at.toISOString(), gps, by },
  }
}
