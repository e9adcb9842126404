import type { Facts } from '../facts.ts'
import type { ClockName } from './clockNames.ts'
import type { DocumentKind } from './documentShape.ts'
import type { Doing } from './doings.ts'
import type { CaseFile, FileStep, Proposal } from './kinds.ts'

/** A file as it may be shown: names of staff, no userids; of its party only what may be said where it is shown. */
export type FileView = Readonly<{
  /** QS-LA2026-0001 */
  no: string
  /** of the case it was made of */
  caseNo?: string
  /** 青执立字〔2026〕第0001号 */
  filingNo: string
  state: 'open' | 'decided' | 'closed' | 'dismissed' | 'transferred'
  procedure: CaseFile['procedure']
  itemName: string
  organ: string
  delegation: string | null
  /** name of the party; in a group only its beginning */
  party: string | null
  /** number, phone, address: never in a group */
  partyMore: string | null
  officers: readonly string[]
  facts: string | null
  /** the day the offence ended */
  violatedOn: string | null
  proposal: Proposal | null
  discretion: CaseFile['discretion']
  mentor: string | null
  steps: readonly Readonly<{ step: FileStep; day: string; by: string; note: string | null; how?: Ended }>[]
  /** without a penalty: the file was dropped, or the party is spared */
  how?: Ended
  clocks: readonly ClockShown[]
  next: Doing | null
  /** what stands in its way, with what can be named about it */
  blocks: readonly Blocked[]
  fine: Readonly<{ amount: number; paid: number; surcharge: number }> | null
  appeal: Readonly<{ review: string; court: string }> | null
}>

export type Blocked = Readonly<{ reason: LegalRefusal; choices: readonly string[] }>

/** `until` = the last day (YYYY-MM-DD) it may still be done. */
/** `hearing` = the party may ask for one meanwhile. */
export type ClockShown = Readonly<{
  clock: ClockName
  until: string
  tentative: boolean
  over: boolean
  hearing?: true
}>

/** What an officer is made to think of. */
export type LegalWarning = 'crime' | 'limitation-over' | 'anew' | 'first-time'

/** What is said of these matters, as data; the words are in bot/wording/legal.ts. */
export type LegalSaid =
  /** to who did it: what was done, what is next */
  | Readonly<{
      kind: 'file-done'
      facts: Facts
      did: Doing | 'filed'
      view: FileView
      warnings: readonly LegalWarning[]
    }>
  | Readonly<{ kind: 'file-shown'; facts: Facts; view: FileView }>
  /** `alone` = how many more there are that are not spoken of in this group */
  | Readonly<{ kind: 'file-list'; items: readonly FileView[]; alone: number }>
  /** the words an order lacked */
  | Readonly<{ kind: 'file-ask'; facts: Facts; doing: Doing | 'not-filed' }>
  /** 首违不罚? */
  | Readonly<{ kind: 'file-discretion'; cardId: string; no: string; facts: Facts; filingNo: string }>
  /** to a leader: 延长办案 */
  | Readonly<{
      kind: 'file-extension'
      cardId: string
      no: string
      facts: Facts
      filingNo: string
      days: number
      document: string
      basis: string | null
      by: string | null
    }>
  /** to who reported it; `staff` = to who wrote it down */
  | Readonly<{ kind: 'file-told'; facts: Facts; filed: boolean; note: string | null; staff?: true; how?: Told }>
  /** to heads, supervisors, the police: no party in it */
  | Readonly<{
      kind: 'file-news'
      facts: Facts
      filingNo: string
      news: FileNews
      note: string | null
      by: string | null
    }>
  /** `days` left; below 0 when it is over */
  | Readonly<{
      kind: 'file-due'
      facts: Facts
      filingNo: string
      clock: ClockName
      until: string
      days: number
      tentative: boolean
      surcharge: number | null
      hearing?: true
    }>

  /** which documents can be made now, with their numbers */
  | Readonly<{ kind: 'file-documents'; facts: Facts; filingNo: string; items: readonly DocumentShown[] }>
  /** it was made, and goes to who asked as files; `alone` = he asked in a group */
  | Readonly<{ kind: 'file-document'; facts: Facts; shown: DocumentShown; alone: boolean }>

/** A document, and how far it is; what stands in its way is named where it cannot be made. */
export type DocumentShown = Readonly<{
  document: DocumentKind
  docNo: string | null
  how: 'blocked' | 'draft' | 'final' | 'kept'
  blocked: Blocked | null
}>

/** 撤案, 不予处罚. */
export type Ended = 'dropped' | 'spared'

/** What a reporter hears besides 已立案 and 不予立案: it is decided on the spot, it is filed once more, it was dropped. */
export type Told = 'spot' | 'again' | 'dropped'

/** What others hear of. */
export type FileNews = 'hold' | 'spot' | 'dismissed' | 'spared' | 'transferred' | 'crime' | 'extended' | 'serious'

/** Why something is refused. */
export type LegalRefusal =
  | 'file-none'
  | 'file-which'
  | 'file-exists'
  | 'file-open'
  | 'file-withdraw'
  | 'file-item'
  | 'file-power'
  | 'file-licence'
  | 'file-how'
  | 'file-detention'
  | 'file-harsher'
  | 'file-too-much'
  | 'file-unlicensed'
  | 'file-leader'
  | 'file-extension-none'
  | 'file-first'
  | 'file-way'
  | 'doc-kind'
  | 'doc-template'
  | 'doc-gone'
  | DocumentBlock
  | Condition

/** What must be so before a step. */
export type Condition =
  | 'file-over'
  | 'file-decided'
  | 'file-undecided'
  | 'file-power-now'
  | 'file-officers'
  | 'file-party'
  | 'file-facts'
  | 'file-evidence'
  | 'file-date'
  | 'file-limitation'
  | 'file-investigate'
  | 'file-proposal'
  | 'file-discretion'
  | 'file-waived'
  | 'file-simple'
  | 'file-notice'
  | 'file-notice-doc'
  | 'file-decision-doc'
  | 'file-anew'
  | 'file-heard'
  | 'file-hearing-right'
  | 'file-hearing-late'
  | 'file-hearing-ask'
  | 'file-hearing-due'
  | 'file-hearing-notify'
  | 'file-hearing-soon'
  | 'file-hearing-early'
  | 'file-hearing-held'
  | 'file-review'
  | 'file-review-failed'
  | 'file-review-again'
  | 'file-signoff'
  | 'file-hold'
  | 'file-no-hold'
  | 'file-served'
  | 'file-serve'
  | 'file-paid'
  | 'file-opinion'
  | 'file-early'
  | 'file-future'

/** What must be so before a document, where no step is missing. */
export type DocumentBlock = 'doc-order' | 'doc-ordinary' | 'doc-nothing'
