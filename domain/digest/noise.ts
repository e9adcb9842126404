import type { Notice, NoticeBody } from '../notice.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { MINUTE } from '../calendar/zone.ts'
import type { Choice, Topic } from './kinds.ts'
import { mostOf, townLedBy } from './listening.ts'
import { nextCard } from './times.ts'

/** The card of this minute is made first; what waited for it goes with it. */
export const BEHIND_MS = MINUTE

/** What an alert is about; every other kind is `other`. */
const ABOUT: Readonly<Partial<Record<NoticeBody['kind'], Topic>>> = {
  remind: 'overdue',
  overdue: 'overdue',
  quiet: 'overdue',
  'child-due': 'overdue',
  'rule-due': 'ruling',
  ownerless: 'ruling',
  'whistle-news': 'whistle',
  'whistle-late': 'whistle',
  'whistle-absent': 'whistle',
  'whistle-open': 'whistle',
  'request-late': 'whistle',
  opinion: 'supervision',
  exclusion: 'supervision',
}

function topicsOf(body: NoticeBody): readonly Topic[] {
  const level = 'facts' in body && body.facts ? body.facts.level : null
  return [ABOUT[body.kind] ?? 'other', ...(level === 'urgent' ? (['urgent'] as const) : [])]
}

/** May it wait? Not an emergency, not what asks him to decide, not what he gets for having written himself. */
export const mayWait = ({ queue, urgent, body }: Notice): boolean => queue === 'alerts' && !urgent && !asksHim(body)

/** A card he only reads along says so. */
const asksHim = (body: NoticeBody): boolean => 'cardId' in body && !('for' in body && body.for === 'others')

/**
 * An alert to a leader as he wants to hear it. What he does not listen to, and what is beyond his measure for the day, waits for
 * the next card. `told` = how many he was told today.
 */
export function gathered(notice: Notice, choice: Choice, told: number, town: Town, world: World): Notice {
  const wanted = choice.topics === null || topicsOf(notice.body).some((topic) => choice.topics?.includes(topic))
  if (!mayWait(notice) || (wanted && told < mostOf(choice, town, world.now))) return notice
  const { at } = nextCard(town, world.calendar, world.now)
  if (at < notice.notBefore) return notice
  return { ...notice, notBefore: at, dueAt: new Date(at.getTime() + BEHIND_MS) }
}

/** When the first leader hears that a clock is over, where none of them hears it now: over night, or with the next card. */
export function toldLater(notices: readonly Notice[], world: World): Date | null {
  const theirs = notices.filter(({ to, body }) => body.kind === 'overdue' && townLedBy(to, world) !== null)
  const [first] = theirs.map(({ notBefore }) => notBefore).toSorted((a, b) => a.getTime() - b.getTime())
  return first && first > world.now ? first : null
}

/** Who reported it is not told that leaders know what they are yet to hear. */
export function saidLater(notice: Notice, later: Date): Notice {
  const { body } = notice
  if (body.kind !== 'progress' || body.step !== 'escalated') return notice
  return { ...notice, body: { ...body, later: later.toISOString() } }
}
