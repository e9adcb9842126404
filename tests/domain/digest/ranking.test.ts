import { describe, expect, it } from 'vitest'
import { figuresOf, rate, type Figures } from '../../../domain/digest/figures.ts'
import { peersOf } from '../../../domain/assess/alike.ts'
import { rank, type Contestant } from '../../../domain/digest/ranking.ts'
import { placeOf } from '../../../domain/assess/score.ts'
import { DEFAULT_INDICATORS } from '../../../domain/assess/indicator.ts'
import { isEmpty, reportOf } from '../../../domain/digest/report.ts'
import type { Task, Understood } from '../../../domain/task.ts'
import { at, sample, task } from './tasks.ts'

const NOW = at('11-24')
const due = { sign: at('11-20', '12:00'), finish: at('11-22') }
const good = { due, signedAt: at('11-20'), finishedAt: at('11-21'), stage: 'closed' } as const
const slow = { due, signedAt: at('11-20', '15:00'), finishedAt: at('11-23'), stage: 'closed' } as const

const SUSPENDED: Understood = {
  by: 'nobody',
  confidence: 0,
  words: [],
  raised: [],
  time: { extra: 0, suspended: { since: '', until: '', why: '' } },
}

/** 0..100: signing and finishing in time, each half. */
function scoreOf({ response, onTime }: Figures): number | null {
  const rates = [response, onTime].map(rate).filter((each) => each !== null)
  return rates.length === 0 ? null : Math.round((rates.reduce((sum, each) => sum + each, 0) / rates.length) * 100)
}

describe('the figures', () => {
  it.each<[string, Partial<Task>, number | null]>([
    ['both in time', good, 100],
    ['both late', slow, 0],
    ['signed in time, finished late', { ...slow, signedAt: at('11-20') }, 50],
    ['not done, and the time is over', { due, signedAt: null, holder: null }, 0],
    ['not done, and there is time', { due: { sign: at('11-25'), finish: at('11-30') }, signedAt: null }, null],
    ['it stands still by agreement', { due, signedAt: at('11-20'), understood: SUSPENDED }, 100],
    ['taken back', { ...slow, stage: 'withdrawn' }, null],
    ['joined', { ...slow, mergedInto: 'x' }, null],
    ['nobody had it', { ...slow, lead: null }, null],
  ])('%s', (_name, own, score) => {
    expect(scoreOf(figuresOf([task(own)], NOW))).toBe(score)
  })
})

describe('the ranking', () => {
  type Row = readonly [name: string, score: number | null, cases: number, like?: string]
  const listed = (...rows: readonly Row[]) => {
    const alike = (like: string) => rows.filter((row) => (row[3] ?? '') === like).map(([, score]) => ({ score }))
    const all = rows.map(([name, score, cases, like = '']): Contestant => {
      const share = { right: 1, of: cases }
      return { name, like, score, cases, response: share, onTime: share, ...placeOf(score, alike(like)) }
    })
    return rank(all, 3)
  }

  it('names the best and the worst third, never who is good on the black list', () => {
    const { ranked } = listed(['a', 100, 4], ['b', 75, 4], ['c', 25, 4])
    expect(ranked.map(({ name, place, among, list }) => [name, place, among, list])).toEqual([
      ['a', 1, 3, 'red'],
      ['b', 2, 3, null],
      ['c', 3, 3, 'black'],
    ])
    expect(listed(['a', 100, 5], ['b', 100, 5], ['c', 90, 10]).ranked.map(({ list }) => list)).toEqual([
      'red',
      'red',
      null,
    ])
  })

  it('lists nobody who had too few cases, and makes no lists of two; a place is that of the assessment', () => {
    const { ranked, few } = listed(['a', 100, 4], ['b', 0, 4], ['c', 100, 2])
    expect([ranked.map(({ place, among, list }) => [place, among, list]), few]).toEqual([
      [
        [1, 3, null],
        [3, 3, null],
      ],
      ['c'],
    ])
  })

  it('compares nobody with who is not like him, and ranks nobody alone', () => {
    const { ranked, alone } = listed(
      ['brigade', 100, 9, 'brigade'],
      ['p', 100, 9, 'police'],
      ['q', 20, 9, 'police'],
      ...(['a', 'b', 'c'] as const).map((name, n): Row => [name, 90 - n * 20, 5]),
    )
    expect(ranked.map(({ name, place, among, list }) => [name, place, among, list])).toEqual([
      ['p', 1, 2, null],
      ['q', 2, 2, null],
      ['a', 1, 3, 'red'],
      ['b', 2, 3, null],
      ['c', 3, 3, 'black'],
    ])
    expect(alone).toEqual([{ name: 'brigade', score: 100 }])
  })

  it('compares townships of one class that score the same, and no others', () => {
    const other = DEFAULT_INDICATORS.map((each) => ({ ...each, weight: 1 }))
    const towns = [
      sample(),
      sample({}, { code: 'HK', class: 'A' }),
      sample({}, { code: 'DS' }),
      sample({}, { code: 'NZ', assessment: other }),
      sample({}, { code: 'WW', class: '' }),
      sample({}, { code: 'XX', class: '' }),
    ]
    const peers = towns.map((town) => peersOf(town, towns, '2026-11').map(({ code }) => code))
    expect(peers).toEqual([['QS', 'DS'], ['HK'], ['QS', 'DS'], ['NZ'], ['WW'], ['XX']])
  })
})

it('a report counts what came and what was finished in the time, day by day', () => {
  const period = { of: 'week', from: '2026-11-16', to: '2026-11-22' } as const
  const inTime = task({ ...good, lead: 'chengguan' })
  const older = task({ ...good, createdAt: at('11-10') })
  const after = task({ createdAt: at('11-23') })
  const joined = task({ mergedInto: 'x' })
  const open = [task({ due: { finish: at('11-22') } })]
  const report = reportOf(
    period,
    sample(),
    { opened: [inTime, after, joined, ...open], finished: [inTime, older], open, assessment: null },
    NOW,
  )
  expect(report).toMatchObject({
    opened: 2,
    finished: 2,
    asOf: '2026-11-24',
    open: 1,
    overdue: 1,
    onTime: { right: 2, of: 3 },
  })
  expect(report.days.find(({ day }) => day === '2026-11-21')).toEqual({ day: '2026-11-21', opened: 0, finished: 2 })
  expect(report.units).toEqual([{ name: 'chengguan', count: 2, inTime: { right: 2, of: 2 } }])
  expect(report.items).toEqual([{ name: 'stalls', count: 2 }])
})

it('there is nothing to report of a week in which nothing came, nothing was finished and nothing waits', () => {
  const period = { of: 'week', from: '2026-11-16', to: '2026-11-22' } as const
  const empty = { opened: [], finished: [], open: [], assessment: null }
  expect(isEmpty(reportOf(period, sample(), empty, NOW))).toBe(true)
  expect(isEmpty(reportOf(period, sample(), { ...empty, open: [task()] }, NOW))).toBe(false)
})
