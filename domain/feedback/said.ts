import type { TooMuch } from '../calm/pace.ts'
import type { Facts } from '../facts.ts'

/** Who reads a card decides what he can do with it. */
type For = 'unit' | 'decides' | 'others'

export type OpinionSaid = Readonly<{
  kind: 'opinion'
  no: string
  cardId: string
  facts: Facts
  state: 'open' | 'answered' | 'accepted'
  for: For
  /** what happened: asked, asked again, answered, accepted, overdue, or not mended after so many rounds */
  news: 'asked' | 'again' | 'answered' | 'accepted' | 'late' | 'stuck'
  unit: string
  /** name of the supervisor */
  by: string
  about: string | null
  defect: string
  again: string | null
  answer: string | null
  answeredBy: string | null
  round: number
  dueAt: string | null
}>

export type ExclusionSaid = Readonly<{
  kind: 'exclusion'
  no: string
  cardId: string
  facts: Facts
  state: 'asked' | 'agreed' | 'refused'
  for: For
  news: 'asked' | 'decided' | 'late'
  unit: string
  by: string
  reason: string
  decidedBy: string | null
  why: string | null
}>

/** A line of a list. */
export type FeedbackItem = Readonly<{
  no: string
  facts: Facts
  unit: string
  state: string
  dueAt: string | null
  /** how the reporter may be asked: he did not ask to be kept, or only in the chat */
  reach: 'call' | 'chat' | null
}>

/** What is said of these matters, as data; the words are in bot/wording/feedback.ts. */
export type FeedbackSaid =
  | OpinionSaid
  | ExclusionSaid
  /** to the reporter: a question of the township about a case that was closed */
  | Readonly<{ kind: 'revisit-ask'; no: string; cardId: string; facts: Facts; said: string | null }>
  /** to the caller */
  | Readonly<{
      kind: 'revisited'
      no: string
      facts: Facts
      what: 'done' | 'half' | 'tried' | 'unreached' | 'redo' | 'asked'
      tries: number
    }>
  /** `month` = drawn for it just now; `alone` = how many are not spoken of in this group; `lapsed` = how many of the last list nobody called about */
  | Readonly<{
      kind: 'feedback-list'
      list: 'opinion' | 'exclusion' | 'revisit'
      month: string | null
      items: readonly FeedbackItem[]
      alone: number
      lapsed: number
    }>
  /** the words an order lacked */
  | Readonly<{
      kind: 'feedback-words'
      facts: Facts
      wants: 'supervise' | 'rectify' | 'rectify-again' | 'exclude' | 'exclude-refuse'
    }>

  /** to a villager who sends too much; said once */
  | Readonly<{ kind: 'too-much'; what: TooMuch }>
  /** to a villager who is not heard until then */
  | Readonly<{ kind: 'not-heard'; until: string }>
  /** to the dispatcher: whoever reported this case is not heard for a while, or is again */
  | Readonly<{ kind: 'muted'; facts: Facts; until: string; reason: string; on: boolean }>
  | Readonly<{ kind: 'mutes'; items: readonly MutedItem[] }>

/** Who is not heard, by the case; never by name. */
export type MutedItem = Readonly<{ caseNo: string; until: string; by: string; reason: string }>

/** Why something is refused. */
export type FeedbackRefusal =
  | 'not-supervisor'
  | 'opinion-how'
  | 'opinion-no-unit'
  | 'opinion-own'
  | 'opinion-known'
  | 'opinion-none'
  | 'opinion-answered'
  | 'opinion-accepted'
  | 'opinion-unanswered'
  | 'opinion-moved'
  | 'not-its-unit'
  | 'exclude-how'
  | 'exclude-who'
  | 'exclude-waits'
  | 'exclude-already'
  | 'exclude-often'
  | 'exclude-none'
  | 'exclude-own'
  | 'exclude-not-you'
  | 'exclude-decided'
  | 'revisit-who'
  | 'revisit-how'
  | 'revisit-own'
  | 'revisit-chat'
  | 'revisit-none'
  | 'revisit-over'
  | 'list-who'
  | 'mute-who'
  | 'mute-how'
  | 'mute-several'
  | 'mute-complaint'
  | 'mute-none'
