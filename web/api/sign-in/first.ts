import { createHash, randomBytes } from 'node:crypto'
import { withRole } from '../../../domain/people/directory.ts'
import type { Desk } from '../../desk.ts'

const HOURS_24 = 24 * 60 * 60_000
const DONE = 'first admin'

/** The one-time key for the first administrator; null once one signed in, or where nobody is listed as one. */
export async function firstKey({ ctx }: Desk, now: Date): Promise<string | null> {
  const admin = ctx.towns.flatMap((town) => withRole(town, 'admin'))[0]
  if (admin === undefined || (await ctx.store.note(DONE))) return null
  const key = randomBytes(32).toString('base64url')
  await ctx.store.putNote({ key: keyOf(key), value: admin, until: new Date(now.getTime() + HOURS_24) })
  return key
}

/** Who comes in with it; null where it is wrong, used or old. */
export async function useFirstLink({ ctx }: Desk, key: string, now: Date): Promise<string | null> {
  const note = await ctx.store.takeNote(keyOf(key))
  if (!note?.until || note.until <= now) return null
  await ctx.store.putNote({ key: DONE, value: note.value, until: null })
  return note.value
}

const keyOf = (key: string): string => `first ${createHash('sha256').update(key).digest('hex')}`
