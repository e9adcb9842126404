import { COMING, type NewAttachment } from '../domain/decision.ts'

/** The files that are here, or on their way. */
export const stored = (files: readonly NewAttachment[]): string[] =>
  files.filter((f) => f.sha256 || f.fault === COMING).map((f) => f.id)
