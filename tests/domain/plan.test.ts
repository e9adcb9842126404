import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Clock, Policy, Rung, RungTarget } from '../../domain/policy.ts'
import type { Duration } from '../../domain/calendar/duration.ts'
import type { Level } from '../../domain/level.ts'
import { CLOCKS } from '../../domain/policy.ts'
import { clockStep, planClock, REPEAT_CAP, type ClockStep } from '../../domain/clock/plan.ts'
import { CALENDAR_2026 } from './year2026.ts'

const d = (amount: number, unit: Duration['unit']): Duration => ({ amount, unit })
const rung = (clock: Clock, after: Duration, ...to: RungTarget[]): Rung => ({ clock, after, to })

/** The ladder of the sample township. */
const POLICY: Policy = {
  id: 'p',
  levels: {
    emergency: { sign: d(15, 'm'), arrive: d(30, 'm'), finish: d(1, 'd'), hours: 'always' },
    urgent: { sign: d(30, 'm'), arrive: d(2, 'h'), finish: d(2, 'd'), hours: 'always' },
    normal: { sign: d(2, 'h'), arrive: d(1, 'd'), finish: d(5, 'd'), hours: 'work' },
  },
  workHours: [
    { from: 510, to: 720 },
    { from: 810, to: 1080 },
  ],
  remindAt: [0.5, 0.8],
  ladder: [
    rung('sign', d(0, 's'), 'duty', 'station_head'),
    rung('sign', d(1, 'h'), 'command_room'),
    rung('finish', d(5, 'd'), 'leaders', 'supervisor'),
    rung('finish', d(0, 's'), 'station_head', 'command_room'),
    rung('finish', d(1, 'd'), 'leaders'),
  ],
  returnLimit: 1,
  ruleWithin: d(4, 'h'),
  feedbackWindow: d(14, 'd'),
  reopenWindow: d(10, 'd'),
  quietHours: null,
  mergeWithin: 0,
}
/** Monday 09:00 in Shanghai */
const MONDAY = new Date('2026-11-23T01:00:00Z')

const step = (policy: Policy, level: Level, clock: Clock, index: number) =>
  clockStep(policy, level, clock, MONDAY, CALENDAR_2026, index)
const first = (policy: Policy, level: Level, clock: Clock, count: number) =>
  Array.from({ length: count }, (_, i) => step(policy, level, clock, i)).map((s) => s && told(s))

function told(s: ClockStep): string {
  const what =
    s.kind === 'remind' ? `${s.share * 100}%` : `${s.kind === 'rung' ? s.index : `again ${s.n}`} ${s.rung.to.join('+')}`
  return `${new Date(s.at.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')} ${what}`
}

describe('the steps of a clock', () => {
  it('counts reminders, rungs and repeats of the sign clock in working time', () => {
    expect(first(POLICY, 'normal', 'sign', 9)).toEqual([
      '11-23 10:00 50%',
      '11-23 10:36 80%',
      '11-23 11:00 0 duty+station_head',
      '11-23 12:00 1 command_room',
      '11-24 12:00 again 1 command_room',
      '11-25 12:00 again 2 command_room',
      '11-26 12:00 again 3 command_room',
      '11-27 12:00 again 4 command_room',
      '11-30 12:00 again 5 command_room',
    ])
  })

  it('climbs by time even when the ladder is written in another order', () => {
    expect(first(POLICY, 'urgent', 'finish', 6)).toEqual([
      '11-24 09:00 50%',
      '11-24 23:24 80%',
      '11-25 09:00 0 station_head+command_room',
      '11-26 09:00 1 leaders',
      '11-30 09:00 2 leaders+supervisor',
      '12-01 09:00 again 1 leaders+supervisor',
    ])
  })

  it('goes on every 30 days after the daily repeats', () => {
    const daily = planClock(POLICY, 'urgent', 'finish', MONDAY, CALENDAR_2026).steps
    expect(daily.at(-1)).toMatchObject({ kind: 'repeat', n: REPEAT_CAP })
    expect([0, 1, 11].map((i) => step(POLICY, 'urgent', 'finish', daily.length + i)).map((s) => s && told(s))).toEqual([
      '01-04 09:00 again 6 leaders+supervisor',
      '02-03 09:00 again 7 leaders+supervisor',
      '11-30 09:00 again 17 leaders+supervisor',
    ])
  })

  it('only reminds where the ladder has no rung', () => {
    expect(first(POLICY, 'urgent', 'arrive', 3)).toEqual(['11-23 10:00 50%', '11-23 10:36 80%', null])
  })

  it('watches an open case every 30 days when the ladder forgot the finish clock', () => {
    expect(first({ ...POLICY, ladder: [], remindAt: [] }, 'urgent', 'finish', 3)).toEqual([
      '12-25 09:00 0 command_room',
      '01-24 09:00 again 1 command_room',
      '02-23 09:00 again 2 command_room',
    ])
  })

  it('says when the clock is over, and whether that is tentative', () => {
    const normal = planClock(POLICY, 'normal', 'finish', MONDAY, CALENDAR_2026)
    expect([normal.dueAt.toISOString(), normal.tentative]).toEqual(['2026-11-30T01:00:00.000Z', false])
    expect(planClock(POLICY, 'normal', 'finish', new Date('2026-12-30T01:00:00Z'), CALENDAR_2026).tentative).toBe(true)
  })

  it('has no step before the first', () => {
    expect(step(POLICY, 'urgent', 'finish', -1)).toBeNull()
  })
})

describe('any ladder', () => {
  const duration = fc.record({ amount: fc.integer({ min: 0, max: 50 }), unit: fc.constantFrom('s', 'm', 'h', 'd') })
  const ladder = fc.array(
    fc.record({ clock: fc.constantFrom(...CLOCKS), after: duration, to: fc.constant(['leaders'] as const) }),
    { maxLength: 6 },
  )
  const shares = fc.uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 })
  const level = fc.constantFrom('emergency', 'urgent', 'normal')

  it('gives steps in order, from dispatch on, and the finish clock never runs out', () => {
    fc.assert(
      fc.property(ladder, shares, level, fc.constantFrom(...CLOCKS), (rungs, remindAt, l, clock) => {
        const policy = { ...POLICY, ladder: rungs, remindAt: remindAt.toSorted((a, b) => a - b) }
        const steps = Array.from({ length: 25 }, (_, i) => step(policy, l, clock, i))
        const times = steps.flatMap((s) => (s ? [s.at.getTime()] : []))
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(times.every((t) => t >= MONDAY.getTime())).toBe(true)
        if (clock === 'finish') expect(steps).not.toContain(null)
        else expect(steps.indexOf(null) === -1 || steps.slice(steps.indexOf(null)).every((s) => s === null)).toBe(true)
      }),
    )
  })
})
