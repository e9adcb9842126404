import { put } from './bounded.ts'

/** Which row used up a callback: one callback answers one notice. May be lost in a restart without harm. */
export type Claims = Readonly<{
  /** true when this row may answer the callback, which it then has */
  claim(reqId: string, rowId: string): boolean
  /** the callback can never be answered again */
  spoil(reqId: string): void
}>

export function makeClaims(): Claims {
  const claims = new Map<string, string>()
  return {
    claim(reqId, rowId) {
      const owner = claims.get(reqId)
      if (owner === undefined) put(claims, reqId, rowId)
      return owner === undefined || owner === rowId
    },
    spoil: (reqId) => put(claims, reqId, ''),
  }
}
