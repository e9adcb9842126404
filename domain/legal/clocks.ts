import type { Draft } from '../case/draft.ts'
import type { Look } from './look.ts'
import { reminderInstants } from '../law/term.ts'
import { addDays, dayFrom, instant } from '../calendar/zone.ts'
import { CLOCKS, type ClockName } from './clockNames.ts'
import { rule } from './look.ts'
import { has, last } from './steps.ts'
import { decideEnd, endOf, isPaid, openHold, toldEnd } from './terms.ts'

/** `until` = the last day on which it may still be done; `once`: its end is news and no fault, and is said once. */
export type Running = Readonly<{ clock: ClockName; from: string; until: string; tentative: boolean; once: boolean }>

type Find = (look: Look) => Omit<Running, 'clock' | 'once'> | null

const term = (from: string, { day, tentative }: Readonly<{ day: string; tentative: boolean }>) => ({
  from,
  until: day,
  tentative,
})

/** Every term of a file, and whether it runs; a step that was taken stops its clock. */
const FIND: Readonly<Record<ClockName, Find>> = {
  decide: (look) =>
    look.entry.state === 'open' && look.file.procedure === 'ordinary' ? term(look.file.filedOn, decideEnd(look)) : null,
  hold: (look) => {
    const hold = look.entry.state === 'transferred' ? null : openHold(look)
    return hold && term(hold.day, endOf(look, 'evidence.hold', hold.day))
  },
  told: (look) => {
    const end = look.entry.state === 'open' ? toldEnd(look) : null
    return end && term(end.from, end)
  },
  hearing: (look) => {
    const notified = look.entry.state === 'open' ? last(look.file, 'hearing-notified', 'hearing-held') : null
    const day = notified?.step === 'hearing-notified' ? notified.data?.['hearingOn'] : null
    return notified && typeof day === 'string' ? { from: notified.day, until: day, tentative: false } : null
  },
  serve: (look) => {
    const decided = look.entry.state === 'decided' && !has(look.file, 'served') ? last(look.file, 'decided') : null
    if (!decided) return null
    // a decision on the spot is handed over on the spot (§52)
    return look.file.procedure === 'simple'
      ? { from: decided.day, until: decided.day, tentative: false }
      : term(decided.day, endOf(look, 'serve', decided.day))
  },
  pay: (look) => {
    const served = look.entry.state === 'decided' && !isPaid(look) ? last(look.file, 'served') : null
    return served && term(served.day, endOf(look, 'pay', served.day))
  },
  order: (look) => {
    const ordered = look.entry.state === 'open' ? last(look.file, 'ordered') : null
    const until = ordered?.data?.['until']
    return ordered && typeof until === 'string' ? { from: ordered.day, until, tentative: false } : null
  },
}

const ONCE: readonly ClockName[] = ['told', 'order']

export function runningClock(look: Look, clock: ClockName): Running | null {
  const found = FIND[clock](look)
  return found && { clock, ...found, once: ONCE.includes(clock) }
}

export const runningClocks = (look: Look): readonly Running[] =>
  CLOCKS.flatMap((clock) => runningClock(look, clock) ?? []).toSorted((a, b) => (a.until < b.until ? -1 : 1))

export const timerKind = (clock: ClockName): string => `file-${clock}`

/** When a term is over it is said in the morning, weekly for five weeks and monthly ever after. */
const MORNING = 8 * 60 + 30
const WEEKS = 5

/** The `step`-th time something is said of a clock; null when all was said. */
export function momentOf(look: Look, { from, until, once }: Running, step: number): Date | null {
  const before = reminderInstants(from, until, rule(look, 'reminders.before'), look.world.calendar)
  const early = before[step]
  if (early) return early
  const times = step - before.length
  if (once && times > 0) return null
  const days = times <= WEEKS ? times * 7 : WEEKS * 7 + (times - WEEKS) * 30
  return instant(addDays(until, 1 + days), MORNING)
}

/** Sets the next time something is said of each clock, and clears those that stopped. What lies behind is not made up for. */
export function armClocks(draft: Draft, look: Look): void {
  for (const clock of CLOCKS) {
    const running = runningClock(look, clock)
    const next = running && nextAfter(look, running, 0)
    draft.timers.push({
      subject: look.entry.id,
      kind: timerKind(clock),
      dueAt: next?.at ?? null,
      step: next?.step ?? 0,
    })
  }
}

/** The first moment from `step` on that is still to come. */
export function nextAfter(look: Look, running: Running, step: number): Readonly<{ at: Date; step: number }> | null {
  for (let each = step; ; each++) {
    const at = momentOf(look, running, each)
    if (at === null) return null
    if (at > look.world.now) return { at, step: each }
  }
}

/** Days left of a term on a day; below 0 when it is over. */
export const daysLeft = ({ until }: Running, today: string): number => dayFrom(until) - dayFrom(today)
