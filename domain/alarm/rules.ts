import { DAY, MINUTE } from '../calendar/zone.ts'
import type { AlarmKind } from './kinds.ts'

export type Rule = Readonly<{
  /** it is spoken of when it has stood for so long, in ms */
  after: number
  /** … and again after so long; null = once */
  again: number | null
  /** while it stands people may write in vain: said at any hour and before everything else, and its end also to who never heard of it */
  urgent: boolean
  /** who hears of it */
  to: readonly ('room' | 'supervisors')[]
  /** that it is over is worth a word */
  ends: boolean
  /** while one of these stands, it is only what follows from it */
  behind: readonly AlarmKind[]
}>

const ROOM = ['room'] as const
const usual = { again: DAY, urgent: false, to: ROOM, ends: true, behind: [] } as const
const WEEK = 7 * DAY

/** When, how often and to whom it is said. What is not urgent waits for the morning; a date that comes nearer is said by the week. */
export const RULES: Readonly<Record<AlarmKind, Rule>> = {
  // a line that breaks and is back in a moment is nothing; while it is away villagers are not heard, whatever the hour
  channel: { ...usual, after: 2 * MINUTE, urgent: true },
  // by then the commit queue has tried for seconds
  database: { ...usual, after: 0, urgent: true },
  unsent: { ...usual, after: 0, behind: ['channel', 'database'] },
  // the work goes on without it
  redis: { ...usual, after: 5 * MINUTE },
  disk: { ...usual, after: 0 },
  backup: { ...usual, after: 0 },
  chain: { ...usual, after: 0, to: ['room', 'supervisors'] },
  // each stays put aside: there is nothing that ends
  parked: { ...usual, after: 0, ends: false },
  calendar: { ...usual, after: 0, again: WEEK },
  certificate: { ...usual, after: 0, again: WEEK },
  // a machine that cannot reach its own public address from inside may be well reached from outside
  address: { ...usual, after: 30 * MINUTE, again: null },
  skew: { ...usual, after: 10 * MINUTE },
}
