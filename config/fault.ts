/** One thing wrong in what a person wrote, and how to mend it, in his language. */
export type Fault = Readonly<{
  file: string
  /** first line is 1; null when the fault is not at a line (a missing file) */
  line: number | null
  field: string
  problem: string
  mend: string
}>

export type Where = Readonly<{ file: string; line: number | null; field: string }>
export type Words = Readonly<{ problem: string; mend: string }>

export const faultAt = (where: Where, words: Words): Fault => ({
  file: where.file,
  line: where.line,
  field: where.field,
  problem: words.problem,
  mend: words.mend,
})
