import type { Level } from '../level.ts'
import type { Stage } from '../task.ts'
import { columnOf, type BoardClock } from './columns.ts'

/** What the order on the board hangs on; instants as the pages have them. */
export type Ranked = Readonly<{
  no: string
  stage: Stage
  level: Level
  dueAt: string | null
  createdAt: string
  finishedAt: string | null
}>

/** Emergencies first, then what is over the longest, then the oldest; what is done by when it was. The store sorts by the same rule. */
export function byUrgency(one: Ranked, other: Ranked): number {
  if (columnOf(one.stage) === 'done')
    return compare(other.finishedAt ?? '', one.finishedAt ?? '') || compare(one.no, other.no)
  return (
    Number(one.level !== 'emergency') - Number(other.level !== 'emergency') ||
    compare(one.dueAt ?? NEVER, other.dueAt ?? NEVER) ||
    compare(one.createdAt, other.createdAt) ||
    compare(one.no, other.no)
  )
}

const NEVER = '~'
const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

/** How much of a clock is left; `soon` = the unit has to go now if it is to be in time. */
export type Countdown = Readonly<{ state: 'over' | 'soon' | 'fine'; days: number; hours: number; minutes: number }>

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SOON: Readonly<Record<BoardClock, number>> = { rule: HOUR, sign: 30 * MINUTE, arrive: HOUR, finish: DAY }

export function countdown(dueAt: number, clock: BoardClock, now: number): Countdown {
  const left = dueAt - now
  // a minute that has begun is still there; one that is over must be whole
  const minutes = left > 0 ? Math.ceil(left / MINUTE) : Math.floor(Math.abs(left) / MINUTE)
  const rest = minutes * MINUTE
  return {
    state: left <= 0 ? 'over' : left <= SOON[clock] ? 'soon' : 'fine',
    days: Math.floor(rest / DAY),
    hours: Math.floor((rest % DAY) / HOUR),
    minutes: Math.floor((rest % HOUR) / MINUTE),
  }
}
