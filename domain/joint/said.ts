import type { Facts } from '../facts.ts'
import type { Mark, Sort } from './kinds.ts'

/** A whistle as it may be shown; names, not ids; instants are ISO. */
export type WhistleFacts = Readonly<{
  no: string
  sort: Sort
  place: string | null
  reason: string
  commander: string
  at: string
  dueAt: string
  caseNo: string | null
  ended: boolean
}>

/** came 到了 | late 迟到 | seen 收到 | waiting 没回音 | cannot 来不了 | absent 没到 */
export type RollState = 'came' | 'late' | 'seen' | 'waiting' | 'cannot' | 'absent'

/** A line of the roll: `off` = metres from the place where that is too far; `why` = why it cannot come. */
export type RollRow = Readonly<{
  unit: string
  state: RollState
  who: readonly string[]
  minutes: number | null
  off: number | null
  why: string | null
}>

export type ChildFacts = Readonly<{
  no: string
  unit: string
  from: string
  text: string
  must: boolean
  dueAt: string
  state: 'given' | 'taken' | 'done' | 'dropped'
  holder: string | null
  result: string | null
}>

export type RequestFacts = Readonly<{
  no: string
  unit: string
  from: string
  /** name of who asked */
  by: string
  reason: string
  dueAt: string
  state: 'asked' | 'agreed' | 'refused' | 'lapsed'
  /** name of who answered, and what he said */
  answer: Readonly<{ by: string; note: string | null }> | null
}>

type Outside = Readonly<{ name: string; phone: string | null }>

/** What is said of these matters, as data; the words are in bot/wording/joint*.ts. */
export type JointSaid =
  | Readonly<{ kind: 'whistle-card'; cardId: string; whistle: WhistleFacts; row: RollRow }>
  /** the roll; `told` = why it is shown; `outside` = who was named and cannot be told by us */
  | Readonly<{
      kind: 'whistle-roll'
      cardId: string
      whistle: WhistleFacts
      rows: readonly RollRow[]
      told: 'called' | 'named' | 'asked' | 'complete' | 'due' | 'ended'
      outside: readonly Outside[]
    }>
  /** to the commander */
  | Readonly<{ kind: 'whistle-news'; whistle: WhistleFacts; row: RollRow; here: number; of: number }>
  /** to who answered by word */
  | Readonly<{ kind: 'whistle-noted'; whistle: WhistleFacts; row: RollRow; said: 'here' | 'again' | 'seen' | 'cannot' }>
  | Readonly<{ kind: 'whistle-late'; whistle: WhistleFacts; unit: string }>
  | Readonly<{ kind: 'whistle-absent'; whistle: WhistleFacts; rows: readonly RollRow[] }>
  /** nobody has ended it yet; `finished` = the case is finished */
  | Readonly<{ kind: 'whistle-open'; whistle: WhistleFacts; finished: boolean }>
  /** `by` = the name of who ended it; null = time or the end of the case did */
  | Readonly<{ kind: 'whistle-ended'; whistle: WhistleFacts; by: string | null }>
  | Readonly<{
      kind: 'whistle-score'
      cardId: string
      whistle: WhistleFacts
      row: RollRow
      station: string
      mark: Mark | null
      again: boolean
    }>
  | Readonly<{ kind: 'request-card'; cardId: string; facts: Facts; request: RequestFacts }>
  | Readonly<{ kind: 'request-sent'; facts: Facts; request: RequestFacts }>
  /** to who asked, to the unit that answered, and to the command room where it was refused */
  | Readonly<{ kind: 'request-answered'; facts: Facts; request: RequestFacts; to: 'asker' | 'unit' | 'command' }>
  | Readonly<{ kind: 'request-late'; facts: Facts; request: RequestFacts; to: 'unit' | 'command' }>
  | Readonly<{ kind: 'child-card'; cardId: string; facts: Facts; child: ChildFacts }>
  /** to who gave it */
  | Readonly<{ kind: 'child-given'; facts: Facts; child: ChildFacts }>
  /** `done` of `of`; `moved` = another unit leads now; `by` = a name */
  | Readonly<{
      kind: 'child-news'
      facts: Facts
      child: ChildFacts
      news: 'taken' | 'done' | 'dropped' | 'moved'
      by: string | null
      done: number
      of: number
    }>
  /** `share` of its time has gone by (1 = all of it) */
  | Readonly<{ kind: 'child-due'; facts: Facts; child: ChildFacts; share: number; to: 'unit' | 'command' }>

  /** words an order lacked; `no` = of the case or the entry */
  | Readonly<{ kind: 'joint-ask'; no: string; wants: 'cannot' | 'result' | 'reason' | 'refusal' }>

/** Why something is refused. */
export type JointRefusal =
  | 'which-entry'
  | 'whistle-none'
  | 'whistle-no-open'
  | 'whistle-no-score'
  | 'whistle-who'
  | 'whistle-lacks'
  | 'whistle-units'
  | 'whistle-outside'
  | 'whistle-over'
  | 'whistle-not-called'
  | 'whistle-commander'
  | 'whistle-score-how'
  | 'whistle-score-early'
  | 'whistle-score-late'
  | 'request-how'
  | 'request-none'
  | 'request-answered'
  | 'child-how'
  | 'child-none'
  | 'child-over'
  | 'children-open'
