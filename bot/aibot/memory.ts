const MOST = 5000
const SHUN_MS = 10 * 60_000

/**
 * What the channel remembers between two sends; all of it may be lost in a restart without harm.
 * - which row used up a callback: one callback answers one notice
 * - how many parts of a long message went out before a failure
 * - who could not be written to just now
 */
export type Memory = Readonly<{
  /** true when this row may answer the callback, which it then has */
  claim(reqId: string, rowId: string): boolean
  /** the callback can never be answered again */
  spoil(reqId: string): void
  partsSent(rowId: string): number
  setParts(rowId: string, sent: number): void
  shun(chatid: string, now: Date): void
  shunned(chatid: string, now: Date): boolean
}>

export function makeMemory(): Memory {
  const claims = new Map<string, string>()
  const parts = new Map<string, number>()
  const shunnedAt = new Map<string, number>()
  return {
    claim(reqId, rowId) {
      const owner = claims.get(reqId)
      if (owner === undefined) put(claims, reqId, rowId)
      return owner === undefined || owner === rowId
    },
    spoil: (reqId) => put(claims, reqId, ''),
    partsSent: (rowId) => parts.get(rowId) ?? 0,
    setParts: (rowId, sent) => (sent > 0 ? put(parts, rowId, sent) : void parts.delete(rowId)),
    shun: (chatid, now) => put(shunnedAt, chatid, now.getTime()),
    shunned(chatid, now) {
      const at = shunnedAt.get(chatid)
      return at !== undefined && Math.abs(now.getTime() - at) < SHUN_MS
    },
  }
}

function put<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key)
  map.set(key, value)
  const oldest = map.keys().next().value
  if (map.size > MOST && oldest !== undefined) map.delete(oldest)
}
