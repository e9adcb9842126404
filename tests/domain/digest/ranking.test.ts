import { describe, expect, it } from 'vitest'
import { figuresOf, rate, type Figures } from '../../../domain/digest/figures.ts'
import { peersOf, rank } from '../../../domain/digest/ranking.ts'
import { isEmpty, reportOf } from '../../../domain/digest/report.ts'
import type { Task, Understood } from '../../../domain/task.ts'
import { at, sample, task } from './tasks.ts'

const NOW = at('11-24')
const due = { sign: at('11-20', '12:00'), finish: at('11-22') }
const good = { due, signedAt: at('11-20'), finishedAt: at('11-21'), stage: 'closed' } as const
const slow = { due, signedAt: at('11-20', '15:00'), finishedAt: at('11-23'), stage: 'closed' } as const
const several = (n: number, own: Partial<Task>) => Array.from({ length: n }, () => task(own))

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
  const listed = (...rows: readonly (readonly [string, number, number])[]) =>
    rank(
      rows.map(([name, right, wrong]) => {
        const figures = figuresOf([...several(right, good), ...several(wrong, slow)], NOW)
        return { name, score: scoreOf(figures), ...figures }
      }),
      3,
    )

  it('names the best and the worst third, never who is good on the black list', () => {
    const { ranked } = listed(['a', 4, 0], ['b', 3, 1], ['c', 1, 3])
    expect(ranked.map(({ name, place, list }) => [name, place, list])).toEqual([
      ['a', 1, 'red'],
      ['b', 2, null],
      ['c', 3, 'black'],
    ])
    expect(listed(['a', 5, 0], ['b', 5, 0], ['c', 9, 1]).ranked.map(({ list }) => list)).toEqual(['red', 'red', null])
  })

  it('compares nobody who had too few cases, and makes no lists of two', () => {
    const { ranked, few } = listed(['a', 4, 0], ['b', 0, 4], ['c', 2, 0])
    expect([ranked.map(({ list }) => list), few]).toEqual([[null, null], ['c']])
  })

  it('compares townships of one class only', () => {
    const towns = [sample(), sample({}, { code: 'HK', class: 'A' }), sample({}, { code: 'DS' })]
    expect(
      towns
        .slice(0, 1)
        .flatMap((town) => peersOf(town, towns))
        .map(({ code }) => code),
    ).toEqual(['QS', 'DS'])
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
    { opened: [inTime, after, joined, ...open], finished: [inTime, older], open },
    NOW,
  )
  expect(report).toMatchObject({ opened: 2, finished: 2, open: 1, overdue: 1, onTime: { right: 2, of: 3 } })
  expect(report.days.find(({ day }) => day === '2026-11-21')).toEqual({ day: '2026-11-21', opened: 0, finished: 2 })
  expect(report.units).toEqual([{ name: 'chengguan', count: 2, inTime: { right: 2, of: 2 } }])
  expect(report.items).toEqual([{ name: 'stalls', count: 2 }])
})

it('there is nothing to report of a week in which nothing came, nothing was finished and nothing waits', () => {
  const period = { of: 'week', from: '2026-11-16', to: '2026-11-22' } as const
  const empty = { opened: [], finished: [], open: [] }
  expect(isEmpty(reportOf(period, sample(), empty, NOW))).toBe(true)
  expect(isEmpty(reportOf(period, sample(), { ...empty, open: [task()] }, NOW))).toBe(false)
})
