import type { Facts } from '../facts.ts'
import type { BlockReason, Contact, WorkKinds } from './kinds.ts'
import type { SectionId } from './sections.ts'

/** A request for more time as its card shows it. */
export type ExtensionCard = Readonly<{
  kind: 'extension-card'
  facts: Facts
  no: string
  cardId: string
  days: number
  /** why it is asked for */
  note: string
  by: string | null
  dueWas: string | null
  dueNow: string | null
  state: WorkKinds['extension']['state']
  decidedBy: string | null
  answer: string | null
  /** nobody decided in time */
  late?: true
}>

export type SuspensionCard = Readonly<{
  kind: 'suspension-card'
  facts: Facts
  no: string
  cardId: string
  note: string
  by: string | null
  until: string
  renewed: boolean
  state: WorkKinds['suspension']['state']
  decidedBy: string | null
  answer: string | null
  late?: true
}>

/** To the unit in charge, its head and the command room. */
export type WorkNews =
  | 'extended'
  | 'extension-refused'
  | 'suspended'
  | 'suspension-refused'
  | 'resumed'
  | 'review'
  | 'blocked'
  | 'unblocked'
  | 'outside-due'

/** A line of a list of what somebody has to do: a case, or something in the book. */
export type WorkItem = Readonly<{
  facts: Facts | null
  late?: boolean
  entry?: Readonly<{ no: string; kind: string; dueAt: string | null }>
}>

/** What is kept beside a case, for who works on it. `contact` is not for everybody. */
export type WorkDetail = Readonly<{
  outside: readonly Readonly<{ name: string; phone: string | null; contact: Contact | null; answered: boolean }>[]
  blocks: readonly Readonly<{ reason: BlockReason; text: string }>[]
}>

/** What is said of these matters, as data; the words are in bot/wording/work.ts. */
export type WorkSaid =
  | ExtensionCard
  | SuspensionCard
  /** `by` = the name of who did it; `until` = ISO; `reason` = what the unit lacks */
  | Readonly<{
      kind: 'work-news'
      facts: Facts
      news: WorkNews
      note: string | null
      by: string | null
      until?: string | null
      reason?: BlockReason
    }>
  /** to who did it; `who` = who decides, `note` = the name of the authority */
  | Readonly<{
      kind: 'work-done'
      facts: Facts
      step:
        | 'extension-asked'
        | 'extended'
        | 'extension-refused'
        | 'suspension-asked'
        | 'suspended'
        | 'suspension-refused'
        | 'resumed'
        | 'blocked'
        | 'unblocked'
        | 'sent-out'
        | 'outside-replied'
      who?: string | null
      note?: string | null
      until?: string | null
    }>
  | Readonly<{
      kind: 'block-counts'
      /** 2026-11 */
      month: string
      rows: readonly Readonly<{ station: string; counts: Readonly<Partial<Record<BlockReason, number>>> }>[]
    }>
  /** `alone` = how many more there are that are not spoken of in this group */
  | Readonly<{
      kind: 'my-tasks'
      sections: readonly Readonly<{ id: SectionId; items: readonly WorkItem[]; more: number }>[]
      alone: number
    }>
  /** `unlicensed` = names of officers of his unit without a valid licence */
  | Readonly<{
      kind: 'morning'
      lines: readonly Readonly<{ id: SectionId; item: WorkItem }>[]
      more: number
      unlicensed?: readonly string[]
    }>

/** Why something is refused. */
export type WorkRefusal =
  | 'extend-how'
  | 'extend-most'
  | 'extend-longest'
  | 'extend-late'
  | 'extend-asked'
  | 'extend-none'
  | 'suspended-now'
  | 'suspended-first'
  | 'suspend-how'
  | 'suspend-most'
  | 'suspend-too-far'
  | 'suspend-danger'
  | 'suspend-asked'
  | 'suspend-none'
  | 'not-suspended'
  | 'request-decided'
  | 'request-own'
  | 'request-others'
  | 'refuse-why'
  | 'outside-how'
  | 'outside-ours'
  | 'outside-none'
  | 'outside-what'
  | 'reply-how'
  | 'block-how'
  | 'block-known'
  | 'block-none'
