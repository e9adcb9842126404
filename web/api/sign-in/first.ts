import { createHash, randomBytes } from 'node:crypto'
import { withRole } from '../../../domain/people/directory.ts'
import type { Desk } from '../../desk.ts'
import { reachesStaff } from '../../reach.ts'

const HOURS_24 = 24 * 60 * 60_000
/** by which a session begins, as the log has it */
export const FIRST_LINK = 'first link'
/** made at the terminal of the server, by whoever is named behind it */
export const TERMINAL_LINK = 'terminal link'
const BY_LINK = new RegExp(`^(?:${FIRST_LINK}|${TERMINAL_LINK})`, 'u')
/** sign-ins that are looked through; more of them by links alone nobody has */
const LOOKED_AT = 500

/**
 * The one-time key for the first administrator. Null where nobody is listed as one, once one came in by another way than a
 * link, and where one came at all and codes can reach him: from then on he signs in as everybody does.
 */
export async function firstKey(desk: Desk, now: Date): Promise<string | null> {
  const { ctx } = desk
  const admins = ctx.towns.flatMap((town) => withRole(town, 'admin'))
  const [admin] = admins
  if (admin === undefined) return null
  const came = await ctx.store.accesses(LOOKED_AT, { kinds: ['sign-in'], by: admins })
  if (came.some(({ reason }) => !BY_LINK.test(reason))) return null
  if (came.length > 0 && reachesStaff(desk)) return null
  const key = randomBytes(32).toString('base64url')
  await ctx.store.putNote({ key: keyOf(key), value: admin, until: new Date(now.getTime() + HOURS_24) })
  return key
}

/** Who comes in with a link, and by what kind of link; null where it is wrong, used or old. */
export async function useLink(
  desk: Desk,
  key: string,
  now: Date,
): Promise<Readonly<{ userid: string; how: string }> | null> {
  const note = await desk.ctx.store.takeNote(keyOf(key))
  if (note?.until && note.until > now) return { userid: note.value, how: FIRST_LINK }
  const link = await desk.takeLink(key)
  return link && { userid: link.userid, how: `${TERMINAL_LINK} ${link.by}` }
}

const keyOf = (key: string): string => `first ${createHash('sha256').update(key).digest('hex')}`
