import type { Facts } from '../facts.ts'
import type { CaseFile, Proposal } from '../legal/kinds.ts'
import type { SignoffPoint } from './kinds.ts'
import type { CheckPoint } from './checkPoints.ts'
import type { PreFault, PreWarning } from './warnings.ts'

/** A round that went before: what was wrong. */
export type RoundSaid = Readonly<{ round: number; by: string; points: readonly CheckPoint[]; note: string | null }>

/** A review as its reviewer sees it, alone. */
export type ReviewView = Readonly<{
  /** QS-FS2026-0001 */
  no: string
  state: 'open' | 'passed' | 'rejected' | 'withdrawn'
  /** QS-LA2026-0001, 青执立字〔2026〕第0001号 */
  fileNo: string
  filingNo: string
  itemName: string
  legalBasis: string
  party: string | null
  proposal: Proposal | null
  discretion: CaseFile['discretion']
  /** names */
  by: string
  officers: readonly string[]
  owner: string | null
  round: number
  /** ISO instant */
  dueAt: string | null
  warnings: readonly PreWarning[]
  history: readonly RoundSaid[]
  decidedBy: string | null
  points: readonly CheckPoint[]
  note: string | null
}>

/** One line of 审核清单; no party in it. */
export type ReviewLine = Readonly<{
  no: string
  caseNo: string
  town: string
  itemName: string
  round: number
  dueAt: string | null
  over: boolean
  mine: boolean
  owner: string | null
}>

export type SignoffView = Readonly<{
  /** QS-HQ2026-0001 */
  no: string
  state: 'open' | 'agreed' | 'refused' | 'withdrawn'
  fileNo: string
  filingNo: string
  itemName: string
  point: SignoffPoint
  mentor: string
  /** only the beginning of the name: a group reads along */
  party: string | null
  proposal: Proposal | null
  /** days until the year of transition is over; null = no end is written */
  left: number | null
  dueAt: string | null
  decidedBy: string | null
  note: string | null
}>

/** What is said of these matters, as data; the words are in bot/wording/review.ts. */
export type ReviewSaid =
  /** to the reviewer; `why` it comes to him: `other` = somebody else has it now */
  | Readonly<{
      kind: 'review-card'
      cardId: string
      facts: Facts
      view: ReviewView
      why: 'new' | 'handed' | 'moved' | 'offer' | 'shown' | 'other'
    }>
  /** all of it in words, with the checklist */
  | Readonly<{ kind: 'review-sheet'; facts: Facts; view: ReviewView }>
  /** to who submitted it */
  | Readonly<{
      kind: 'review-submitted'
      facts: Facts
      owner: string | null
      dueAt: string | null
      round: number
      warnings: readonly PreWarning[]
    }>
  /** the rules found what is to be mended: no reviewer has seen it */
  | Readonly<{ kind: 'review-mend'; facts: Facts; faults: readonly PreFault[] }>
  /** to the officers: passed, or what to mend */
  | Readonly<{
      kind: 'review-result'
      facts: Facts
      filingNo: string
      passed: boolean
      by: string
      points: readonly CheckPoint[]
      note: string | null
    }>
  /** to who had it, and to who did it */
  | Readonly<{
      kind: 'review-moved'
      facts: Facts
      news: 'taken' | 'changed' | 'over' | 'nobody'
      who: string | null
    }>
  | Readonly<{
      kind: 'review-due'
      facts: Facts
      no: string
      dueAt: string
      over: boolean
      owner: string | null
      to: 'owner' | 'above'
    }>
  | Readonly<{ kind: 'review-list'; items: readonly ReviewLine[] }>
  /** the words an order lacked */
  | Readonly<{ kind: 'review-ask'; facts: Facts; wants: 'reject' | 'hand' | 'aside' | 'refuse' | 'record' }>
  /** to the guiding unit, when a file is opened */
  | Readonly<{ kind: 'mentor-joined'; facts: Facts; filingNo: string; mentor: string; left: number | null }>
  | Readonly<{ kind: 'signoff-card'; cardId: string; facts: Facts; view: SignoffView }>
  /** to the officer: asked; `fresh` = only now */
  | Readonly<{
      kind: 'signoff-asked'
      facts: Facts
      mentor: string
      point: SignoffPoint
      dueAt: string | null
      fresh: boolean
    }>
  | Readonly<{
      kind: 'signoff-result'
      facts: Facts
      filingNo: string
      mentor: string
      point: SignoffPoint
      agreed: boolean
      by: string | null
      note: string | null
    }>
  | Readonly<{ kind: 'signoff-due'; facts: Facts; no: string; mentor: string; dueAt: string; over: boolean }>
  /** it is not wanted any more */
  | Readonly<{ kind: 'signoff-moved'; facts: Facts; mentor: string }>

/** Why something is refused. */
export type ReviewRefusal =
  | 'review-who'
  | 'review-certificate'
  | 'review-conflict'
  | 'review-nobody'
  | 'review-simple'
  | 'review-early'
  | 'review-waits'
  | 'review-done'
  | 'review-none'
  | 'review-which'
  | 'review-over'
  | 'review-not-yours'
  | 'review-points'
  | 'review-to-whom'
  | 'review-yours'
  | 'review-law'
  | 'signoff-none'
  | 'signoff-simple'
  | 'signoff-done'
  | 'signoff-waits'
  | 'signoff-outside'
  | 'signoff-inside'
  | 'signoff-who'
  | 'signoff-over'
  | 'signoff-nothing'
  | 'signoff-which'
