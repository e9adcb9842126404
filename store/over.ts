import { EVIDENCE } from '../domain/case/evidence.ts'

/** Conditions of the statements that let go of what is not needed any more. */

/** A case nobody works on: over, and not waiting for its reporter's answer. */
export const isOver = (task: string): string => `${task}."stage" IN ('closed', 'withdrawn')`

/** … and the last thing that happened to it lies before `instant`; that a file of it came into the log is none. */
export const overSince = (task: string, instant: string): string =>
  `${isOver(task)} AND ${task}."createdAt" < ${instant} AND NOT EXISTS (SELECT 1 FROM "event" AS e WHERE e."taskId" = ${task}."id" AND e."at" >= ${instant} AND e."type" <> '${EVIDENCE}')`

/** People who had themselves deleted, or were so long away that they were. */
export const ERASED = `SELECT "id" FROM "identity" WHERE "erasedAt" IS NOT NULL`
