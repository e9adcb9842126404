import { DAY, dayOf, instant } from '../calendar/zone.ts'
import { fold } from '../text/fold.ts'
import { numberOf } from '../understand/number.ts'
import { dayAt } from './read.ts'
import { AFTERNOON, CLOCK, HALF, HALF_DAY_MS, KILOMETRES, LASTS, TILL, UNIT_MS } from './wording-booking.ts'
import { BECAUSE } from './wording-read.ts'

/** `what` = what stands before the time: the name of a thing, or a reason. */
export type BookingRead = Readonly<{ what: string; from: Date; to: Date; reason: string }>

const USUAL_MS = 2 * 3_600_000

type Got<T> = Readonly<{ value: T; length: number }>

/** 「明天 14:00 2小时 送材料」「执法记录仪 15:00 到 17:00」; null where neither a time nor a length is said. */
export function bookingIn(said: string, now: Date): BookingRead | null {
  const folded = fold(said)
  for (let start = 0; start < folded.length; start += 1) {
    const found = timesAt(folded.slice(start), now)
    if (!found) continue
    const { from, to } = found.value
    // a day that has no clock behind it is not today because a length is said
    const named = dayAt(folded.slice(0, start), dayOf(now))
    if (named && named.day !== dayOf(now)) return null
    const reason = said
      .slice(start + found.length)
      .replace(BECAUSE, '')
      .trim()
    return { what: said.slice(0, start).trim(), from, to, reason }
  }
  return null
}

function timesAt(text: string, now: Date): Got<Readonly<{ from: Date; to: Date }>> | null {
  const first = momentAt(text, dayOf(now))
  const lasts = lastsAt(text.slice(first?.length ?? 0))
  if (!first && !lasts) return null
  const from = first?.value ?? now
  const used = first?.length ?? 0
  if (lasts) return { value: { from, to: new Date(from.getTime() + lasts.value) }, length: used + lasts.length }
  const till = TILL.exec(text.slice(used))?.[0].length ?? 0
  const end = till > 0 ? momentAt(text.slice(used + till), dayOf(from)) : null
  if (end) return { value: { from, to: end.value }, length: used + till + end.length }
  return { value: { from, to: new Date(from.getTime() + USUAL_MS) }, length: used }
}

/** A clock, with a day before it or of `day`. */
function momentAt(text: string, day: string): Got<Date> | null {
  const on = dayAt(text, day)
  const clock = CLOCK.exec(text.slice(on?.length ?? 0))
  if (!clock || on?.day === '') return null
  const [whole, part = '', hour = '', behindColon, behindPoint] = clock
  const early = Number(hour) < 12 && AFTERNOON.test(part) ? 12 : 0
  const minutes = behindPoint === HALF ? 30 : Number(behindColon ?? behindPoint ?? 0)
  return {
    value: instant(on?.day ?? day, (Number(hour) + early) * 60 + minutes),
    length: (on?.length ?? 0) + whole.length,
  }
}

function lastsAt(text: string): Got<number> | null {
  const [whole = '', amount = '', unit = ''] = LASTS.exec(text) ?? []
  const one = UNIT_MS[unit]
  if (one === undefined) return null
  const half = one === DAY ? HALF_DAY_MS : one / 2
  const many = /^\d/.test(amount) ? Number(amount) : numberOf(amount)
  return { value: amount === HALF ? half : many * one, length: whole.length }
}

export function kilometresIn(said: string): number | null {
  const found = KILOMETRES.exec(fold(said))
  return found ? Number(found[1]) : null
}
