import { describe, expect, it } from 'vitest'
import { columnOf, runningClock } from '../../../domain/board/columns.ts'
import { hotSpots } from '../../../domain/board/hotspots.ts'
import { around, hullOf, sheetFor } from '../../../domain/board/outline.ts'
import { sourceOf } from '../../../domain/board/source.ts'
import { byUrgency, countdown, type Ranked } from '../../../domain/board/urgency.ts'

const NOW = Date.parse('2026-11-24T02:00:00Z')
const MINUTE = 60_000

describe('how much of a clock is left', () => {
  it.each([
    ['fine', 'sign', 90, { state: 'fine', days: 0, hours: 1, minutes: 30 }],
    ['soon', 'sign', 30, { state: 'soon', days: 0, hours: 0, minutes: 30 }],
    ['soon for a way of an hour', 'arrive', 60, { state: 'soon', hours: 1 }],
    ['a day is soon for the finish', 'finish', 1440, { state: 'soon', days: 1, hours: 0, minutes: 0 }],
    ['a minute that has begun', 'sign', 0.5, { state: 'soon', minutes: 1 }],
    ['the very end', 'sign', 0, { state: 'over', days: 0, hours: 0, minutes: 0 }],
    ['over', 'finish', -1500, { state: 'over', days: 1, hours: 1, minutes: 0 }],
  ] as const)('%s', (_name, clock, minutes, wanted) => {
    expect(countdown(NOW + minutes * MINUTE, clock, NOW)).toMatchObject(wanted)
  })

  it.each([
    ['rule', 60],
    ['sign', 30],
    ['arrive', 60],
    ['finish', 1440],
  ] as const)('is soon over for the clock %s from %i minutes on', (clock, minutes) => {
    const soon = NOW + minutes * MINUTE
    expect([-1, 0, 1].map((ms) => countdown(soon + ms, clock, NOW).state)).toEqual(['soon', 'soon', 'fine'])
  })

  it.each([
    ['a moment', 1, 'soon', 1],
    ['a moment more than a minute', MINUTE + 1, 'soon', 2],
    ['nothing', 0, 'over', 0],
    ['a moment too late', -1, 'over', 0],
    ['nearly a minute too late', 1 - MINUTE, 'over', 0],
    ['a whole minute too late', -MINUTE, 'over', 1],
  ] as const)('counts a minute that has begun, and one too late when it is whole: %s', (_what, ms, state, minutes) => {
    expect(countdown(NOW + ms, 'sign', NOW)).toEqual({ state, days: 0, hours: 0, minutes })
  })

  it('is split into days, hours and minutes', () => {
    const left = ((2 * 24 + 23) * 60 + 59) * MINUTE
    expect(countdown(NOW + left, 'finish', NOW)).toEqual({ state: 'fine', days: 2, hours: 23, minutes: 59 })
    expect(countdown(NOW - left, 'finish', NOW)).toEqual({ state: 'over', days: 2, hours: 23, minutes: 59 })
  })
})

const row = (no: string, change: Partial<Ranked> = {}): Ranked => ({
  no,
  stage: 'dispatched',
  level: 'normal',
  dueAt: null,
  createdAt: '2026-11-24T01:00:00.000Z',
  finishedAt: null,
  ...change,
})

describe('the order of the board', () => {
  it('has emergencies first, then what is over the longest, then the oldest', () => {
    const rows = [
      row('e'),
      row('d', { createdAt: '2026-11-23T01:00:00.000Z' }),
      row('c', { dueAt: '2026-11-24T05:00:00.000Z' }),
      row('b', { dueAt: '2026-11-20T05:00:00.000Z' }),
      row('a', { level: 'emergency', dueAt: '2026-11-25T05:00:00.000Z' }),
    ]
    expect(rows.toSorted(byUrgency).map(({ no }) => no)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('has what was done last on top', () => {
    const done = (no: string, finishedAt: string) => row(no, { stage: 'closed', finishedAt })
    const rows = [done('b', '2026-11-23T01:00:00.000Z'), done('a', '2026-11-24T01:00:00.000Z')]
    expect(rows.toSorted(byUrgency).map(({ no }) => no)).toEqual(['a', 'b'])
  })

  const [monday, tuesday] = ['2026-11-23T01:00:00.000Z', '2026-11-24T01:00:00.000Z']

  it.each([
    ['an emergency, though the other is over for long', { level: 'emergency' }, { dueAt: monday }],
    ['of two emergencies the one that is due', { level: 'emergency', dueAt: monday }, { level: 'emergency' }],
    ['what is due first', { dueAt: monday, createdAt: tuesday }, { dueAt: tuesday, createdAt: monday }],
    ['what is due at all', { dueAt: tuesday, createdAt: tuesday }, { createdAt: monday }],
    ['the older of two that are due together', { dueAt: tuesday, createdAt: monday }, { dueAt: tuesday }],
    ['the older of two without an end', { createdAt: monday }, { createdAt: tuesday }],
    ['an urgent one like a normal one', { level: 'urgent', createdAt: monday }, { createdAt: tuesday }],
    ['a normal one like an urgent one', { createdAt: monday }, { level: 'urgent', createdAt: tuesday }],
    ['what was done later', { stage: 'closed', finishedAt: tuesday }, { stage: 'closed', finishedAt: monday }],
    [
      'what was done later, emergency or not',
      { stage: 'finished', finishedAt: tuesday, dueAt: tuesday },
      { stage: 'finished', finishedAt: monday, dueAt: monday, level: 'emergency', createdAt: monday },
    ],
    ['what is known to be done', { stage: 'closed', finishedAt: monday }, { stage: 'closed', createdAt: monday }],
  ] as const)('has above: %s', (_what, above, below) => {
    const [upper, lower] = [row('2', above), row('1', below)]
    expect(byUrgency(upper, lower)).toBeLessThan(0)
    expect(byUrgency(lower, upper)).toBeGreaterThan(0)
  })

  it.each([
    ['open', { dueAt: tuesday }],
    ['open without an end', {}],
    ['done', { stage: 'closed', finishedAt: tuesday }],
    ['done, nobody knows when', { stage: 'closed' }],
  ] as const)('goes by the number where all else is the same: %s', (_what, same) => {
    const [first, second] = [row('1', same), row('2', same)]
    expect(byUrgency(first, second)).toBeLessThan(0)
    expect(byUrgency(second, first)).toBeGreaterThan(0)
    expect(byUrgency(first, { ...first })).toBe(0)
  })

  it('knows the column and the clock of each stage', () => {
    expect((['triage', 'finished', 'closed', 'withdrawn'] as const).map(columnOf)).toEqual([
      'triage',
      'done',
      'done',
      null,
    ])
    const [finish, arrive, ruleBy] = [new Date(NOW), new Date(NOW + 1), new Date(NOW + 2)]
    const has = { due: { finish }, ruleBy: null }
    expect(runningClock({ ...has, stage: 'signed' })).toEqual({ clock: 'finish', at: finish })
    expect(runningClock({ ...has, stage: 'signed', due: { finish, arrive } })).toEqual({ clock: 'arrive', at: arrive })
    expect(runningClock({ ...has, stage: 'triage' })).toBeNull()
    // whoever gave it back waits for the command room, not the other way round
    expect(runningClock({ ...has, stage: 'disputed', ruleBy })).toEqual({ clock: 'rule', at: ruleBy })
  })

  it('knows by which way a case came', () => {
    const by = (chat: Parameters<typeof sourceOf>[0]['reporters'][number]['chat']) =>
      sourceOf({ reporters: [{ userid: 'v', chat }] })
    expect(by({ type: 'single', id: 'v' })).toBe('single')
    expect(by({ type: 'group', id: 'g' })).toBe('group')
    expect(by({ type: 'single', id: 'v', via: 'kf' })).toBe('kf')
    expect(sourceOf({ reporters: [] })).toBeNull()
  })
})

describe('the sketch of a township', () => {
  it('calls the three villages with most cases hot, and as many as the third has; a few cases are an accident', () => {
    const of = (...lately: number[]) => hotSpots(lately.map((n, at) => ({ code: String(at), lately: n })))
    expect(of(2, 2, 1)).toEqual([])
    expect(of(2, 3, 2)).toEqual(['1'])
    expect(of(3, 9, 4, 5, 2)).toEqual(['1', '3', '2'])
    expect(of(4, 9, 4, 5, 4)).toEqual(['1', '3', '0', '2', '4'])
  })

  it('draws a line around the villages, with north above, and lays a kilometre as long in both directions', () => {
    const spots = [
      { lat: 34, lng: 113 },
      { lat: 34, lng: 114 },
      { lat: 35, lng: 114 },
      { lat: 35, lng: 113 },
      { lat: 34.5, lng: 113.5 },
    ]
    expect(hullOf(spots)).toHaveLength(4)
    expect(hullOf(spots.slice(0, 2))).toEqual([])
    const onSheet = sheetFor(spots)
    const [southWest, southEast, northEast] = spots.map(onSheet)
    expect(southWest?.y).toBeGreaterThan(northEast?.y ?? 1)
    const wide = (southEast?.x ?? 0) - (southWest?.x ?? 0)
    const high = (southEast?.y ?? 0) - (northEast?.y ?? 0)
    expect(wide / high).toBeCloseTo(Math.cos((34.5 * Math.PI) / 180), 2)
    const wider = around(hullOf(spots).map(onSheet))
    expect(Math.min(...wider.map(({ x }) => x))).toBeLessThan(southWest?.x ?? 0)
    expect(sheetFor([])({ lat: 1, lng: 1 })).toBeDefined()
  })
})
