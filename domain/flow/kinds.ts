/** A file of a paper: `id` of its attachment, `sha256` once it is stored, `ending` of its name (.pdf). */
export type PaperFile = Readonly<{ id: string; sha256: string | null; mime: string | null; ending: string | null }>

/** 文件直达: a paper one unit passes on. What is null was not said yet. */
export type Paper = Readonly<{
  title: string | null
  by: string
  /** the sender's unit; null = the command room */
  from: string | null
  /** the units it goes to */
  to: readonly string[] | null
  files: readonly PaperFile[]
  /** userids of those who must read it */
  readers: readonly string[]
  /** when each of them said 已读, by userid */
  read: Readonly<Record<string, string>>
}>

export const PERMIT_FOUND = ['valid', 'none', 'expired', 'said'] as const
/** What the unit says of a permit; `said` = only in words. */
export type PermitFound = (typeof PERMIT_FOUND)[number]

/** 查许可: what is asked of the unit that grants it. No word of a report is in it. */
export type PermitAsked = Readonly<{
  holder: string
  matter: string | null
  place: string | null
  caseNo: string | null
  by: string
  /** the unit that is asked */
  of: string
  found: PermitFound | null
  answer: string | null
  answeredBy: string | null
  answeredAt: string | null
}>

export type FlowKinds = {
  /** draft = something is still to be said; missed = some never read it, and that was told */
  paper: Readonly<{ state: 'draft' | 'out' | 'read' | 'missed' | 'withdrawn' | 'dropped'; data: Paper }>
  /** silent = nobody answered, and nobody is reminded any more; it may still be answered */
  permit: Readonly<{ state: 'asked' | 'answered' | 'silent'; data: PermitAsked }>
}

export const FLOW_MARKS = { paper: 'WJ', permit: 'XK' } as const satisfies Record<keyof FlowKinds, string>
