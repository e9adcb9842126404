/** What a supervisor finds wrong with how a unit dealt with a case, and what became of it. */
export type Opinion = Readonly<{
  /** the unit it is about, whoever has the case now */
  unit: string
  by: string
  /** number of the case file, where it is about that */
  about: string | null
  defect: string
  /** 1 = asked once */
  round: number
  answer: string | null
  answeredBy: string | null
  /** why the last answer was not enough */
  again: string | null
}>

/** A case drawn for a person to call about. `rounds` = how often the unit had done it again. */
export type Revisit = Readonly<{
  unit: string
  /** the month it was closed in, YYYY-MM */
  month: string
  rounds: number
  /** how often nobody answered */
  tries: number
  solved: boolean | null
  satisfied: boolean | null
  note: string | null
  by: string | null
}>

/** A head asks that what was said of a case does not count. `rounds` = how often he asked. */
export type Exclusion = Readonly<{
  unit: string
  by: string
  reason: string
  rounds: number
  decidedBy: string | null
  why: string | null
}>

export type FeedbackKinds = {
  opinion: Readonly<{ state: 'open' | 'answered' | 'accepted'; data: Opinion }>
  /** `unreached` = nobody answered; `lapsed` = the month went by */
  revisit: Readonly<{ state: 'open' | 'done' | 'unreached' | 'lapsed'; data: Revisit }>
  exclusion: Readonly<{ state: 'asked' | 'agreed' | 'refused'; data: Exclusion }>
}

export const FEEDBACK_MARKS = { opinion: 'JD', revisit: 'HF', exclusion: 'TC' } as const satisfies Record<
  keyof FeedbackKinds,
  string
>
