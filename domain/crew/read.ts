import { comingDate, dateOf } from '../calendar/written.ts'
import { addDays } from '../calendar/zone.ts'
import { fold } from '../text/fold.ts'
import { numberOf } from '../understand/number.ts'
import type { Person } from '../town.ts'
import { BECAUSE, FOR_DAYS, GIVE_TO, LAST_DAY, MONTH_DAY, NEAR_DAYS, UNTIL, WHOLE_DAY, WITH } from './wording-read.ts'

/** A day a text begins with (YYYY-MM-DD; '' = one that is none), and how many characters it took. */
type DayRead = Readonly<{ day: string; length: number }>

export function dayAt(folded: string, today: string): DayRead | null {
  for (const [pattern, off] of NEAR_DAYS) {
    const near = pattern.exec(folded)
    if (near) return { day: addDays(today, off), length: near[0].length }
  }
  const whole = WHOLE_DAY.exec(folded)
  if (whole) return { day: dateOf(whole[1], whole[2], whole[3]), length: whole[0].length }
  const short = MONTH_DAY.exec(folded)
  return short && { day: comingDate(today, short[1], short[2]), length: short[0].length }
}

export type LeaveRead = Readonly<{ from: string; to: string; reason: string }>

/** 「2026-12-03 到 12-05 家里有事」「明天 看病」「12月3日 3天」; null where no day comes first. */
export function leaveIn(said: string, today: string): LeaveRead | null {
  const folded = fold(said)
  const first = dayAt(folded, today)
  if (!first) return null
  const after = lastDay(folded.slice(first.length), first.day, today)
  const reason = said
    .slice(first.length + after.length)
    .replace(BECAUSE, '')
    .trim()
  return { from: first.day, to: after.day, reason }
}

function lastDay(rest: string, from: string, today: string): DayRead {
  const days = FOR_DAYS.exec(rest)
  if (days && from !== '')
    return { day: addDays(from, Math.max(1, numberOf(days[1] ?? '')) - 1), length: days[0].length }
  const until = UNTIL.exec(rest)?.[0].length ?? 0
  const text = until > 0 ? rest.slice(until) : ''
  const last = dayAt(text, today)
  if (last) return { day: last.day, length: until + last.length }
  const number = LAST_DAY.exec(text)
  return number
    ? { day: dateOf(from.slice(0, 4), from.slice(5, 7), number[1]), length: until + number[0].length }
    : { day: from, length: 0 }
}

export type SwapRead = Readonly<{ days: readonly string[]; who: string | null }>

/** 「12-03 张伟」「张伟 12月3日 12月5日」: at most two days, and with whom. */
export function swapIn(said: string, today: string): SwapRead {
  const words = said.split(/[\s,，、;；]+/u).filter(Boolean)
  const days: string[] = []
  const rest: string[] = []
  for (const word of words) {
    const found = dayAt(fold(word), today)
    if (found && found.length === word.length) days.push(found.day)
    else rest.push(word.replace(WITH, ''))
  }
  return { days: days.slice(0, 2), who: rest.find(Boolean) ?? null }
}

export type GivenTo = Readonly<{ to: Person | null; named: boolean; note: string }>

/** 「给 张伟 三件都要回访」: to whom of the colleagues, and what goes with it. */
export function givenTo(said: string, colleagues: readonly Person[]): GivenTo {
  const lead = GIVE_TO.exec(said)?.[0].length ?? 0
  const text = said.slice(lead)
  const to = colleagues.find(({ name, userid }) => text.startsWith(name) || text.split(/\s/u)[0] === userid) ?? null
  const named = to && text.startsWith(to.name) ? to.name : (to?.userid ?? '')
  return { to, named: lead > 0, note: text.slice(named.length).replace(BECAUSE, '').trim() }
}
