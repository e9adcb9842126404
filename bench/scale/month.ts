import { stillClock } from '../../clock.ts'
import { addDays, instant } from '../../domain/calendar/zone.ts'
import { share } from '../ack.ts'
import { countyCore, type Place } from './core.ts'
import { reportText } from './county.ts'
import { driveDay, message } from './lives.ts'
import { ask, ASKED } from './questions.ts'

/** How far it was driven: the day that comes next, and how many reports were made. */
export const DRIVEN = 'scale driven'
export type Mark = Readonly<{ day: string; from: number }>

/** `days` = on so many of its days people report; the clock runs over the others a week at a time. */
export type Span = Readonly<{ from: string; until: string; reports: number; days: number }>

const WEEK = 7

/** Reports that come at once on the last evening: what one costs, beside all that lies there. */
export const BURST = 100

/** A month of the county, from where it was left; then what the program is asked. */
export async function driveMonth(place: Place, span: Span) {
  const started = performance.now()
  const early = process.cpuUsage()
  const clock = stillClock(instant(span.from, 0))
  const core = await countyCore(place, clock.now)
  const startMs = Math.round(performance.now() - started)
  const startCpuMs = cpuMs(early)
  await core.nights()
  const known = await core.ctx.store.note(DRIVEN)
  const mark = known ? (JSON.parse(known.value) as Mark) : { day: span.from, from: 0 }
  let { day, from } = mark.day < span.from ? { day: span.from, from: mark.from } : mark
  const days = Math.min(span.days, daysBetween(span.from, span.until) - 1)
  const perDay = Math.max(1, Math.round((span.reports - BURST) / days))
  const nights: number[] = []
  const cpu = process.cpuUsage()
  const wall = performance.now()
  const first = from
  let burst = { reports: 0, perSecond: 0, cpuMs: 0 }
  const lastDay = addDays(span.until, -1)
  while (day < span.until) {
    const count = day < addDays(span.from, days) ? perDay : 0
    const { nightMs } = await driveDay(core, clock, { day, from, count, perDay })
    nights.push(nightMs)
    from += count
    if (day === lastDay) {
      burst = await comeAtOnce(core, from)
      from += BURST
    }
    day = nextDay(day, span, days)
    await core.ctx.store.putNote({ key: DRIVEN, value: JSON.stringify({ day, from }), until: null })
  }
  const driven = from - first
  const seconds = (performance.now() - wall) / 1000
  const life = { driven, perSecond: round(driven / seconds), cpuMs: round(cpuMs(cpu) / Math.max(1, driven)) }
  const asked = await ask(core, from)
  await core.ctx.store.putNote({ key: DRIVEN, value: JSON.stringify({ day, from: from + ASKED }), until: null })
  const rssMb = Math.round(process.memoryUsage.rss() / 1024 / 1024)
  await core.close()
  return {
    startMs,
    startCpuMs,
    life,
    burst,
    nightMs: { p50: share(nights, 0.5), most: share(nights, 1) },
    rssMb,
    asked,
  }
}

async function comeAtOnce(core: Awaited<ReturnType<typeof countyCore>>, from: number) {
  const wall = performance.now()
  const cpu = process.cpuUsage()
  await Promise.all(
    Array.from({ length: BURST }, (_, n) =>
      core.receive(message(`burst-${from + n}`, `s-${from + n}`, reportText(from + n))),
    ),
  )
  await core.idle()
  return {
    reports: BURST,
    perSecond: Math.round((1000 * BURST) / (performance.now() - wall)),
    cpuMs: round(cpuMs(cpu) / BURST),
  }
}

/** Day by day while people report, and once more; then in weeks, but the last day is not left out. */
function nextDay(day: string, { from, until }: Span, days: number): string {
  const next = addDays(day, day < addDays(from, days + 1) ? 1 : WEEK)
  const last = addDays(until, -1)
  if (day === last) return until
  return next > last ? last : next
}

const cpuMs = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before)
  return Math.round((user + system) / 1000)
}
const round = (value: number): number => Math.round(value * 100) / 100

export function daysBetween(from: string, until: string): number {
  let days = 0
  for (let day = from; day < until; day = addDays(day, 1)) days += 1
  return days
}

export const monthOf = (start: string, n: number): string => {
  const [year = 0, month = 1] = start.split('-').map(Number)
  const at = new Date(Date.UTC(year, month - 1 + n, 1))
  return at.toISOString().slice(0, 10)
}
