/** The documents of a township penalty case, by the name of their template file. */
export const KINDS = [
  'filing-approval',
  'inspection-record',
  'correction-order',
  'penalty-notice',
  'penalty-decision',
  'spot-decision',
  'service-receipt',
  'closing-approval',
] as const
export type DocumentKind = (typeof KINDS)[number]

/** All that any of the documents prints. What is null is printed as a blank to be filled in by hand. */
export type DocumentInput = Readonly<{
  kind: DocumentKind
  /** in whose name; with a delegation the delegating organ, and the township as `agent` (行政处罚法 第二十一条) */
  organ: Readonly<{ name: string; agent: string | null }>
  /** 文号 of this document; in a closing approval the one of the decision */
  docNo: string | null
  fileNo: string | null
  caseNo: string | null
  item: string | null
  source: string | null
  party: Party
  place: string | null
  from: Date | null
  to: Date | null
  /** paragraphs are parted by line ends */
  facts: string | null
  evidence: readonly Evidence[]
  /** what was broken, and what the penalty rests on */
  violated: readonly Article[]
  basis: readonly Article[]
  discretion: string | null
  /** what is ordered, decided or proposed; paragraphs are parted by line ends */
  decision: string | null
  /** in yuan; null where there is no fine */
  amount: number | null
  rights: Rights
  payment: Payment | null
  officers: readonly Readonly<{ name: string; licence: string | null }>[]
  review: Readonly<{ result: string | null; reviewer: string | null; at: Date | null }> | null
  service: Service | null
  closing: Readonly<{ filedOn: string | null; execution: string | null }> | null
  /** YYYY-MM-DD */
  day: string | null
  /** up to twelve are printed */
  pictures: readonly Picture[]
}>

export type Party = Readonly<{
  kind: 'person' | 'entity'
  name: string | null
  /** such as 身份证号 or 统一社会信用代码 */
  idLabel: string | null
  id: string | null
  representative: string | null
  address: string | null
  phone: string | null
}>

export type Evidence = Readonly<{ name: string; sha256: string | null; at: Date | null; by: string | null }>
export type Article = Readonly<{ article: string; text: string | null }>
/** `hearingDays` null: there is no right to a hearing, and nothing is said of one. */
export type Rights = Readonly<{
  statementDays: number | null
  hearingDays: number | null
  reviewOrgan: string | null
  court: string | null
}>
export type Payment = Readonly<{ bank: string | null; days: number | null; surcharge: string | null }>
export type Service = Readonly<{
  documents: readonly Readonly<{ name: string; docNo: string | null }>[]
  receiver: string | null
  way: string | null
  place: string | null
  at: Date | null
}>
export type Picture = Readonly<{ caption: string; bytes: Uint8Array; mime: 'image/jpeg' | 'image/png' }>
