/** What stands between a row's id and the part of its message; the platform takes at most 32 characters of [0-9A-Za-z_-]. */
const MARK = '-'

/** The id a message of ours carries: sent again with the same one, it does not arrive twice. */
export const msgidOf = (rowId: string): string => `${rowId}${MARK}1`

/** The row a message of ours was, or null for a message that is not ours. */
export function rowOf(msgid: string): string | null {
  return /^(.+)-\d$/.exec(msgid)?.[1] ?? null
}
