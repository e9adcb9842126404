import { SURNAMES } from '../privacy/wording-names.ts'
import { squeeze } from '../text/fold.ts'
import type { Chat } from '../inbound.ts'
import { BUSINESS, FIRM_TAIL, SOMEBODY } from './wording-flow.ts'

/** Is this somebody's own name, and not that of a shop or a company? */
export const isPersonName = (name: string): boolean =>
  /^\p{Script=Han}{2,4}$/u.test(name) && SURNAMES.includes(name.slice(0, 1)) && !BUSINESS.test(name)

/** 张某 */
export const maskedName = (name: string): string => `${name.slice(0, 1)}${SOMEBODY}`

/** A natural person is not named where others read along. */
export const shownHolder = (name: string, { type }: Pick<Chat, 'type'>): string =>
  type === 'group' && isPersonName(name) ? maskedName(name) : name

/** A name by what tells it from others: without its town, and without what kind of firm it is. */
export function stemOf(name: string, places: readonly string[] = []): string {
  const plain = squeeze(name).replace(FIRM_TAIL, '').replace(FIRM_TAIL, '')
  const place = places.find((each) => plain.startsWith(each) && plain.length >= each.length + 2)
  return place ? plain.slice(place.length) : plain
}
