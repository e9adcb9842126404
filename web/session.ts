import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Store } from '../context.ts'

/** Somebody who signed in; `how` = by WeCom, by code, by the first link. Instants in ms. */
export type Session = Readonly<{ userid: string; how: string; createdAt: number; seenAt: number }>

const stored = z.object({ userid: z.string(), how: z.string(), createdAt: z.number(), seenAt: z.number() })
const MINUTE = 60_000
/** Without a click a session ends after this, and anyhow after the second (GB/T 22239 8.1.4.1 asks for both). */
const IDLE_MS = 30 * MINUTE
/** a wall screen asks for its board all the time: it is no longer than a working day */
const MOST_MS = 12 * 60 * MINUTE
/** how old what we know of the last click may be */
const SEEN_EVERY_MS = MINUTE

type Notes = Pick<Store, 'note' | 'putNote' | 'takeNote'>

export type Sessions = Readonly<{
  /** Resolves with the secret the browser keeps; we keep its hash. */
  open(userid: string, how: string, now: Date): Promise<string>
  /** Null where there is none (any more). */
  find(secret: string, now: Date): Promise<Session | null>
  /** The same, and counts as a click. */
  use(secret: string, now: Date): Promise<Session | null>
  end(secret: string): Promise<void>
}>

/** Sessions in SQL: the database holds no secret that would let anybody in. */
export function sessions(store: Notes): Sessions {
  const put = (key: string, session: Session) => {
    const until = new Date(Math.min(session.seenAt + IDLE_MS, session.createdAt + MOST_MS))
    return store.putNote({ key, value: JSON.stringify(session), until })
  }
  const find = async (secret: string, now: Date): Promise<Session | null> => {
    const note = await store.note(keyOf(secret))
    return note?.until && note.until > now ? stored.parse(JSON.parse(note.value)) : null
  }
  return {
    async open(userid, how, now) {
      const secret = randomBytes(32).toString('base64url')
      await put(keyOf(secret), { userid, how, createdAt: now.getTime(), seenAt: now.getTime() })
      return secret
    },
    find,
    async use(secret, now) {
      const session = await find(secret, now)
      if (session && now.getTime() - session.seenAt >= SEEN_EVERY_MS)
        await put(keyOf(secret), { ...session, seenAt: now.getTime() })
      return session
    },
    async end(secret) {
      await store.takeNote(keyOf(secret))
    },
  }
}

const keyOf = (secret: string): string => `session ${createHash('sha256').update(secret).digest('hex')}`
