import { z } from 'zod'
import type { Calendar } from '../../domain/calendar/calendar.ts'
import { clockBase, extraFor } from '../../domain/case/clocks.ts'
import { explainClock, type ClockExplained } from '../../domain/clock/explain.ts'
import { CLOCKS, type Clock, type Policy } from '../../domain/policy.ts'
import type { Task } from '../../domain/task.ts'

const span = z.object({ from: z.string(), to: z.string() })
const day = z.object({
  day: z.string(),
  kind: z.enum(['plain', 'workday', 'makeup', 'weekend', 'holiday']),
  known: z.boolean(),
  spans: z.array(span),
  ms: z.number(),
})

/** A clock of a case: since when it runs, when it is over, when its step was taken, and how it was counted. */
export const clockShape = z.object({
  clock: z.enum(CLOCKS),
  from: z.string(),
  due: z.string(),
  metAt: z.string().nullable(),
  hours: z.enum(['always', 'work']),
  limit: z.object({ amount: z.number(), unit: z.enum(['s', 'm', 'h', 'd']) }),
  /** ms granted beyond the limit */
  extra: z.number(),
  length: z.number(),
  tentative: z.boolean(),
  /** counted by these days it ends when it is due; where not, it was set otherwise on the way */
  agrees: z.boolean(),
  days: z.array(day),
})
export type ClockLine = z.infer<typeof clockShape>

/** Longer lists help nobody. */
const MOST_DAYS = 60
const MET = { sign: 'signedAt', arrive: 'arrivedAt', finish: 'finishedAt' } as const

/** The clocks of a case that was dispatched. */
export function clocksOf(task: Task, policy: Policy, calendar: Calendar): readonly ClockLine[] {
  return CLOCKS.flatMap((clock) => {
    const from = clockBase(task, clock)
    const due = task.due[clock]
    if (!from || !due) return []
    const told = explainClock(policy, task.level, clock, from, calendar, extraFor(task, clock))
    return [lineOf(clock, task, due, told)]
  })
}

function lineOf(clock: Clock, task: Task, due: Date, told: ClockExplained): ClockLine {
  const agrees = told.at.getTime() === due.getTime()
  const { from, hours, limit, extra, length, tentative } = told
  return {
    clock,
    from: from.toISOString(),
    due: due.toISOString(),
    metAt: task[MET[clock]]?.toISOString() ?? null,
    hours,
    limit,
    extra,
    length,
    tentative,
    agrees,
    days: agrees ? told.days.slice(0, MOST_DAYS).map(dayOf) : [],
  }
}

function dayOf({ spans, ...rest }: ClockExplained['days'][number]): ClockLine['days'][number] {
  return { ...rest, spans: spans.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })) }
}
