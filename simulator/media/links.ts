import { randomBytes } from 'node:crypto'
import { encryptMedia } from '../../bot/crypto.ts'
import type { Kept } from './shelf.ts'

const LIFE = 5 * 60_000
const DAY = 24 * 60 * 60_000

export type MediaLink = Readonly<{ url: string; aeskey: string }>
type Opened = Readonly<{ kept: Kept; aeskey: string; until: number }>

export type Links = Readonly<{
  /** a fresh address for the bot, with a key of its own */
  make(kept: Kept, now: Date): MediaLink
  open(token: string, now: Date): Readonly<{ name: string; data: Buffer }> | 'unknown' | 'expired'
  /** where the simulator is reached, known once it listens */
  setOrigin(origin: string): void
  clear(): void
}>

/** Addresses at which the bot fetches what people sent: five minutes long, encrypted, one key each. */
export function makeLinks(): Links {
  const links = new Map<string, Opened>()
  let origin = ''
  return {
    make(kept, now) {
      for (const [old, { until }] of links) {
        if (until > now.getTime() - DAY) break
        links.delete(old)
      }
      const token = randomBytes(18).toString('base64url')
      const aeskey = randomBytes(32).toString('base64')
      links.set(token, { kept, aeskey, until: now.getTime() + LIFE })
      return { url: `${origin}/media/${token}`, aeskey }
    },
    open(token, now) {
      const link = links.get(token)
      if (!link) return 'unknown'
      if (now.getTime() > link.until) return 'expired'
      return { name: link.kept.name, data: encryptMedia(link.kept.data, link.aeskey) }
    },
    setOrigin: (at) => void (origin = at),
    clear: () => links.clear(),
  }
}
