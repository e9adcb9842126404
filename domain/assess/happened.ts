/** One event of the log, as far as an assessment looks at it, in the order of the log. */
export type Happened = Readonly<{
  /** of the case, or of the entry in the book, though that may belong to a case */
  caseNo: string
  type: string
  at: Date
  data: Readonly<Record<string, unknown>>
}>

/** What is read of the log: whatever is not here changes no figure. */
export const COUNTED: readonly string[] = [
  ...['opened', 'placed', 'raised', 'dispatched', 'signed', 'arrived', 'feedback', 'returned', 'ruled', 'finished'],
  ...['withdrawn', 'merged-into', 'joined', 'merged', 'transferred'],
  ...['extended', 'suspended', 'resumed', 'recomputed'],
  ...['solved', 'unsolved', 'rated', 'revisited', 'excluded'],
  ...['opinion', 'opinion-late', 'rectified', 'review-submitted', 'review-passed', 'review-rejected'],
  ...['whistle-called', 'whistle-came', 'whistle-ended', 'help-asked', 'help-agreed', 'help-refused', 'help-lapsed'],
  ...['child-given', 'child-done', 'child-dropped', 'quiz-asked', 'quiz-answered'],
]

/** What somebody wrote is never counted, so it need not leave the database. */
export const UNCOUNTED_WORDS: readonly string[] = ['text', 'note', 'reason', 'result']

/** QS of QS261123-0007 and of QS-SH2026-0001. */
export const townOf = (caseNo: string): string => /^[A-Z]+/u.exec(caseNo)?.[0] ?? ''

export const textIn = ({ data }: Happened, key: string): string | null => {
  const value = data[key]
  return typeof value === 'string' ? value : null
}

export const numberIn = ({ data }: Happened, key: string): number => {
  const value = data[key]
  return typeof value === 'number' ? value : 0
}

export const listIn = ({ data }: Happened, key: string): readonly string[] => {
  const value = data[key]
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}

/** An instant that was written as ISO text, here or one level down: `due`, `due.finish`. */
export function instantIn({ data }: Happened, key: string, below?: string): Date | null {
  const value = data[key]
  const found = below === undefined ? value : typeof value === 'object' && value !== null && Reflect.get(value, below)
  const at = typeof found === 'string' || found instanceof Date ? new Date(found) : null
  return at === null || Number.isNaN(at.getTime()) ? null : at
}
