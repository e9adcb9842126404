import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Notice } from '../../../domain/notice.ts'
import type { Desk } from '../../desk.ts'

/** how long a code is good */
const MINUTES = 10
const MINUTE_MS = 60_000
/** guesses at one code */
const TRIES = 5

const stored = z.object({ hash: z.string(), tries: z.number() })

/** A code of six digits, sent by the bot to somebody it knows; good once, for ten minutes and five guesses. */
export function code({ ctx }: Desk) {
  return {
    useridOf,
    /** `who` = his userid or his name. Nothing happens where nobody, or more than one, is called so. */
    async send(who: string, now: Date): Promise<void> {
      const userid = useridOf(who)
      if (userid === null) return
      const digits = String(randomInt(1_000_000)).padStart(6, '0')
      const until = new Date(now.getTime() + MINUTES * MINUTE_MS)
      await ctx.store.putNote({
        key: keyOf(userid),
        value: JSON.stringify({ hash: hashOf(userid, digits), tries: 0 }),
        until,
      })
      await ctx.store.commit({ notices: [notice(userid, digits, now)] }, now)
    },
    /** The userid of whom it was sent to; null where it is wrong, used or old. */
    async use(who: string, digits: string, now: Date): Promise<string | null> {
      const userid = useridOf(who)
      if (userid === null) return null
      // it is taken first: of two guesses at the same time only one counts
      const note = await ctx.store.takeNote(keyOf(userid))
      if (!note?.until || note.until <= now) return null
      const { hash, tries } = stored.parse(JSON.parse(note.value))
      if (same(hash, hashOf(userid, digits.replace(/\D/g, '')))) return userid
      if (tries + 1 < TRIES) await ctx.store.putNote({ ...note, value: JSON.stringify({ hash, tries: tries + 1 }) })
      return null
    },
  }

  /** His userid is his alone; a name is forgiven blanks, capitals and full width, and only counts where one person has it. */
  function useridOf(who: string): string | null {
    const people = ctx.towns.flatMap((town) => town.people)
    const called = typed(who)
    const by = (kind: 'userid' | 'name') => people.filter((person) => typed(person[kind]) === called)
    const accounts = by('userid')
    const found = new Set((accounts.length > 0 ? accounts : by('name')).map(({ userid }) => userid))
    const [only] = found
    return found.size === 1 && only !== undefined ? only : null
  }

  function notice(userid: string, digits: string, now: Date): Notice {
    return {
      key: `sign-in|${ctx.id()}|${userid}`,
      taskId: null,
      queue: 'replies',
      urgent: true,
      to: { kind: 'person', userid },
      body: { kind: 'sign-in-code', code: digits, minutes: MINUTES },
      reply: null,
      notBefore: now,
      dueAt: now,
      fallback: null,
    }
  }
}

/** What somebody typed, as it is compared. */
export const typed = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()

const keyOf = (userid: string): string => `sign-in ${userid}`
const hashOf = (userid: string, digits: string): string =>
  createHash('sha256').update(`${userid} ${digits}`).digest('hex')
const same = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other))
