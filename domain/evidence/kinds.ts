/** Before the work, or after it. */
export type Mark = 'before' | 'after'

/** Which pictures of a case show it before the work and which after it, by the id of the attachment. */
export type PictureMarks = Readonly<{
  /** `round` = how often the case had been reopened by then */
  marks: Readonly<Record<string, Readonly<{ mark: Mark; round: number }>>>
  /** it was asked what these show */
  unclear: readonly string[]
  /** what came last: what a correction means */
  last: readonly string[]
}>

/** What a record of an inspection must say, in the order it is asked for. */
export const RECORD_PARTS = ['when', 'place', 'whom', 'seen', 'signature', 'second'] as const
export type RecordPart = (typeof RECORD_PARTS)[number]

/** 现场检查笔录. It counts once a second licensed officer has confirmed it (行政处罚法第四十二条), and never changes after that. */
export type SiteRecord = Readonly<{
  caseNo: string
  /** unit and userid of the officer who writes it */
  unit: string
  by: string
  when: string | null
  place: string | null
  whom: string | null
  seen: string | null
  /** whether the party signed, or refused to and who was there */
  signature: string | null
  /** userid of the officer who was there, too */
  second: string | null
  /** ids of attachments */
  files: readonly string[]
  /** number of the confirmed record this one adds to */
  of: string | null
  /** what the second officer was shown, or has confirmed, word for word, and its digest */
  text: string | null
  digest: string | null
  confirmedAt: string | null
  /** why it was sent back last */
  returned: string | null
}>

export type EvidenceKinds = {
  pictures: Readonly<{ state: 'kept'; data: PictureMarks }>
  /** writing: a part is missing | asked: the second officer has to confirm */
  record: Readonly<{ state: 'writing' | 'asked' | 'confirmed'; data: SiteRecord }>
}

export const EVIDENCE_MARKS = { pictures: 'TP', record: 'BL' } as const satisfies Record<keyof EvidenceKinds, string>
