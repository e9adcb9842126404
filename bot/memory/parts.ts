import { put } from './bounded.ts'

/** How many parts of a long message went out before a failure. May be lost in a restart: then some are said twice. */
export type Parts = Readonly<{
  partsSent(rowId: string): number
  setParts(rowId: string, sent: number): void
}>

export function makeParts(): Parts {
  const parts = new Map<string, number>()
  return {
    partsSent: (rowId) => parts.get(rowId) ?? 0,
    setParts: (rowId, sent) => (sent > 0 ? put(parts, rowId, sent) : void parts.delete(rowId)),
  }
}
