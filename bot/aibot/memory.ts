import { put } from '../memory/bounded.ts'
import { makeClaims, type Claims } from '../memory/claims.ts'
import { makeParts, type Parts } from '../memory/parts.ts'

const SHUN_MS = 10 * 60_000

/** What the channel remembers between two sends, who could not be written to just now among it; all of it may be lost in a restart without harm. */
export type Memory = Claims &
  Parts &
  Readonly<{
    shun(chatid: string, now: Date): void
    shunned(chatid: string, now: Date): boolean
  }>

export function makeMemory(): Memory {
  const shunnedAt = new Map<string, number>()
  return {
    ...makeClaims(),
    ...makeParts(),
    shun: (chatid, now) => put(shunnedAt, chatid, now.getTime()),
    shunned(chatid, now) {
      const at = shunnedAt.get(chatid)
      return at !== undefined && Math.abs(now.getTime() - at) < SHUN_MS
    },
  }
}
