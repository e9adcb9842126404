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
