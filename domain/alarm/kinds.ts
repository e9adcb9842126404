/** What may be wrong with the machine and what it stands on. */
export const ALARM_KINDS = [
  'channel',
  'database',
  'unsent',
  'redis',
  'disk',
  'backup',
  'chain',
  'parked',
  'calendar',
  'certificate',
  'address',
  'skew',
] as const
export type AlarmKind = (typeof ALARM_KINDS)[number]

/** Something that is not as it should be now. */
export type Sign = Readonly<{
  kind: AlarmKind
  /** which of several: the name of a channel, whose clock, what of Redis; else empty */
  of: string
  level: 'warn' | 'bad'
  /** seconds, bytes, days or a count, by kind; null = it cannot be said */
  amount: number | null
  /** a day (YYYY-MM-DD) or an instant its words speak of */
  at: string | null
}>

/** A sign, since when it stands, and how often it was spoken of; plain JSON. */
export type Standing = Readonly<{
  sign: Sign
  since: string
  toldAt: string | null
  /** it is over, and nobody could be told yet */
  overAt: string | null
}>

/** What is said of one: it began, it goes on, it is over (`until`). */
export type AlarmItem = Readonly<{ state: 'begun' | 'still' | 'over'; sign: Sign; since: string; until: string | null }>

/** What is said of the machine, in one message. */
export type AlarmSaid = Readonly<{ kind: 'alarm'; items: readonly AlarmItem[] }>
