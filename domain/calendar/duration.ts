import { DAY, HOUR, MINUTE } from './zone.ts'

/** `d` on a level with `hours: work` is a working day of 8 h. */
export type Duration = Readonly<{ amount: number; unit: 's' | 'm' | 'h' | 'd' }>

const UNIT = { s: 1_000, m: MINUTE, h: HOUR, d: DAY } as const

/** A working day, as far as durations go: 8 h, whatever the township's hours add up to. */
const WORKING_DAY = 8 * HOUR

/** Reads `10s`, `15m`, `2h`, `5d`, or a plain `0`; null for anything else (no decimals, no signs). */
export function parseDuration(text: string): Duration | null {
  const clean = text.trim()
  if (/^0+$/.test(clean)) return { amount: 0, unit: 's' }
  const found = /^(\d{1,9})\s*([smhd])$/i.exec(clean)
  if (!found) return null
  const unit = (found[2] ?? '').toLowerCase()
  return isUnit(unit) ? { amount: Number(found[1]), unit } : null
}

/** Plain milliseconds; a day is 24 h. */
export function toMs(d: Duration): number {
  return d.amount * UNIT[d.unit]
}

/** Milliseconds of the time that counts: in working time a day is 8 h. */
export function lengthOf(d: Duration, hours: 'always' | 'work'): number {
  return hours === 'work' && d.unit === 'd' ? d.amount * WORKING_DAY : toMs(d)
}

function isUnit(text: string): text is Duration['unit'] {
  return text in UNIT
}
