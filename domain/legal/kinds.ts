/** Whom the file is about; what nobody knows yet is null and stays blank in documents. */
export type Party = Readonly<{
  kind: 'person' | 'entity'
  name: string
  /** number of the identity card, or the code of a company */
  id: string | null
  representative: string | null
  address: string | null
  phone: string | null
}>

/** What the unit means to decide; money in yuan. */
export type Proposal = Readonly<{
  sort: 'none' | 'warning' | 'fine' | 'confiscation' | 'suspension' | 'revocation' | 'other'
  fine: number | null
  text: string
  /** what confiscated things or gains are worth */
  value?: number | null
}>

/** 首违不罚 §33, and the benchmarks of discretion §34. */
export type Discretion = 'waive' | 'mitigate' | 'lighter' | 'ordinary' | 'heavier'

/** 延长办案 asked for and not decided on yet. */
export type ExtensionAsked = Readonly<{ days: number; document: string; basis: string | null; by: string; at: string }>

/** The steps of a penalty case; each may stand in a file several times, in the order they were taken. */
export const FILE_STEPS = [
  'filed',
  'hold',
  'hold-ended',
  // what a notice or a review that was given before does not cover
  'named',
  'stated',
  'proposed',
  'recorded',
  'ordered',
  'investigated',
  'discretion',
  'noticed',
  'defended',
  'hearing-asked',
  'hearing-waived',
  'hearing-notified',
  'hearing-held',
  'submitted',
  'reviewed',
  'rejected',
  'signed-off',
  'decided',
  'served',
  'paid',
  'transferred',
  'dismissed',
  'extended',
  'serious',
  'closed',
] as const
export type FileStep = (typeof FILE_STEPS)[number]

/** `day` = the Shanghai day it happened on, where that is not the day it was written down. `note` and `data` are plain JSON. */
export type StepTaken = Readonly<{
  step: FileStep
  at: string
  day: string
  by: string
  note: string | null
  data?: Readonly<Record<string, string | number | boolean | null>>
}>

/** A document with a number of its own: 青执罚告字〔2026〕第0003号. `sha256` = the stored PDF, once it was made. */
export type FileDocument = Readonly<{
  kind: string
  docNo: string
  day: string
  sha256: string | null
  name: string | null
  /** sha256 of the same as .docx */
  word?: string | null
  /** how many steps the file had when it was made */
  seen?: number
  /** which of its services it is for: a party that is told anew gets another one */
  round?: number
}>

/** The number of a document; each kind of document counts for itself, and no number is given twice. */
type Given = Readonly<{ state: 'given'; data: Readonly<{ file: string; docNo: string }> }>

/** 案卷: what 立案 makes of a case. */
export type CaseFile = Readonly<{
  caseNo: string
  /** code and name of the item of the duty list, as they were at 立案 */
  item: string
  itemName: string
  legalBasis: string
  /** in whose name it is decided; with a delegation not the township */
  organ: string
  /** document of the delegation */
  delegation: string | null
  procedure: 'ordinary' | 'simple'
  party: Party | null
  /** userids of the two licensed officers */
  officers: readonly string[]
  filedOn: string
  /** the rules it is judged by, frozen at 立案 */
  policyId: string
  facts: string | null
  /** the day the unlawful act ended, where known (§36) */
  violatedOn: string | null
  /** life, health or finance harmed: five years instead of two (§36) */
  harmful: boolean
  proposal: Proposal | null
  /** 首违不罚 and the like: what was considered and why */
  discretion: Readonly<{ choice: Discretion; why: string }> | null
  /** the department that guides in the year of transition, where one does */
  mentor: string | null
  /** a passed legal review is needed before a decision (§58, or the item says so) */
  reviewNeeded: boolean
  steps: readonly StepTaken[]
  documents: readonly FileDocument[]
  /** 青执立字〔2026〕第0001号 */
  filingNo?: string
  /** the last day (YYYY-MM-DD) of the year of transition */
  mentorUntil?: string | null
  extension?: ExtensionAsked | null
}>

export type LegalKinds = {
  file: Readonly<{ state: 'open' | 'decided' | 'closed' | 'dismissed' | 'transferred'; data: CaseFile }>
  'doc-notice': Given
  'doc-decision': Given
  'doc-order': Given
  'doc-spot': Given
}

export const LEGAL_MARKS = {
  file: 'LA',
  'doc-notice': 'GS',
  'doc-decision': 'CF',
  'doc-order': 'ZL',
  'doc-spot': 'DC',
} as const satisfies Record<keyof LegalKinds, string>
