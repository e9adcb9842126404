import { z } from 'zod'
import type { Entry } from '../../domain/book/entry.ts'
import { ENTRY_NAMES, ENTRY_STATES } from '../wording/case.ts'

/** What stands in the book of a case: its number, what it is, and how far. */
export const entryShape = z.object({ no: z.string(), kind: z.string(), state: z.string(), at: z.string() })
export type EntryLine = z.infer<typeof entryShape>

/** Kinds without a name are bookkeeping of the program. */
export function bookLines(entries: readonly Entry[]): readonly EntryLine[] {
  return entries.flatMap(({ no, kind, state, at }) => {
    const name = ENTRY_NAMES[kind]
    const how = ENTRY_STATES[`${kind} ${state}`] ?? ENTRY_STATES[state] ?? ''
    return name === undefined ? [] : [{ no, kind: name, state: how, at: at.toISOString() }]
  })
}
