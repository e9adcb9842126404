import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Store } from '../context.ts'

/** From where somebody asks: his address, and what his browser says it is. */
export type From = Readonly<{ ip: string; agent: string }>

const stored = z.object({
  userid: z.string(),
  how: z.string(),
  createdAt: z.number(),
  seenAt: z.number(),
  ip: z.string().default(''),
  agent: z.string().default(''),
})
/** Somebody who signed in; `how` = by WeCom, by code, by the first link. Instants in ms; `ip` = of the last click. */
export type Session = Readonly<z.infer<typeof stored>>
/** `id` tells it from others, and lets nobody in. */
export type OpenSession = Session & Readonly<{ id: string }>

const MINUTE = 60_000
/** Without a click a session ends after this, and anyhow after the second (GB/T 22239 8.1.4.1 asks for both). */
const IDLE_MS = 30 * MINUTE
/** a wall screen asks for its board all the time: it is no longer than a working day */
const MOST_MS = 12 * 60 * MINUTE
/** how old what we know of the last click may be */
const SEEN_EVERY_MS = MINUTE
const MOST_AGENT = 300

type Notes = Pick<Store, 'note' | 'notes' | 'putNote' | 'renewNote' | 'takeNote'>

export type Sessions = Readonly<{
  /** Resolves with the secret the browser keeps; we keep its hash. */
  open(userid: string, how: string, from: From, now: Date): Promise<string>
  /** Null where there is none (any more). */
  find(secret: string, now: Date): Promise<Session | null>
  /** The same, and counts as a click from this address. */
  use(secret: string, ip: string, now: Date): Promise<Session | null>
  end(secret: string): Promise<void>
  /** All that are open, the newest click first. */
  all(now: Date): Promise<readonly OpenSession[]>
  /** Ends one by its id; false where it is over. */
  endOne(id: string): Promise<boolean>
}>

const PREFIX = 'session '

/** Tells a session from others; its secret cannot be found from it. */
export const idOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Sessions in SQL: the database holds no secret that would let anybody in. */
export function sessions(store: Notes): Sessions {
  const find = async (secret: string, now: Date): Promise<Session | null> => {
    const note = await store.note(PREFIX + idOf(secret))
    return note?.until && note.until > now ? stored.parse(JSON.parse(note.value)) : null
  }
  return {
    async open(userid, how, { ip, agent }, now) {
      const secret = randomBytes(32).toString('base64url')
      const at = now.getTime()
      const session = { userid, how, createdAt: at, seenAt: at, ip, agent: agent.slice(0, MOST_AGENT) }
      await store.putNote(noteOf(idOf(secret), session))
      return secret
    },
    find,
    async use(secret, ip, now) {
      const session = await find(secret, now)
      const isNews = session && (now.getTime() - session.seenAt >= SEEN_EVERY_MS || session.ip !== ip)
      // one that somebody ended meanwhile stays ended
      if (isNews) await store.renewNote(noteOf(idOf(secret), { ...session, ip, seenAt: now.getTime() }))
      return session
    },
    async end(secret) {
      await store.takeNote(PREFIX + idOf(secret))
    },
    async all(now) {
      const notes = await store.notes(PREFIX, now)
      return notes
        .map(({ key, value }) => ({ ...stored.parse(JSON.parse(value)), id: key.slice(PREFIX.length) }))
        .toSorted((a, b) => b.seenAt - a.seenAt)
    },
    endOne: async (id) => (await store.takeNote(PREFIX + id)) !== null,
  }
}

function noteOf(id: string, session: Session) {
  const until = new Date(Math.min(session.seenAt + IDLE_MS, session.createdAt + MOST_MS))
  return { key: PREFIX + id, value: JSON.stringify(session), until }
}
