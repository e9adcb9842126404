import type { Recipient } from '../../domain/recipient.ts'

/**
 * The userid the app reaches somebody by, or null where it does not: groups, and customers of the customer service.
 * Whoever wrote in the app is a member of the corp, whether the townships list him or not.
 */
export function memberOf(to: Recipient, isMember: (userid: string) => boolean): string | null {
  if (to.kind === 'group' || to.kind === 'hook') return null
  if (to.kind === 'person') return isMember(to.userid) ? to.userid : null
  const { type, id, via } = to.chat
  if (type !== 'single' || via === 'kf') return null
  return via === 'app' || isMember(id) ? id : null
}
