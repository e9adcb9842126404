import { describe, expect, it } from 'vitest'
import type { Fact } from '../../../domain/assess/fact.ts'
import type { Happened } from '../../../domain/assess/happened.ts'
import type { Town } from '../../../domain/town.ts'
import { assessmentsOf } from '../../../domain/assess/assessment.ts'
import { bookFacts } from '../../../domain/assess/bookFacts.ts'
import { caseFacts } from '../../../domain/assess/caseFacts.ts'
import { daysOf } from '../../../domain/assess/days.ts'
import { indicatorsOn } from '../../../domain/assess/indicator.ts'
import { formulaOf, MEASURE_KEYS, measureOf } from '../../../domain/assess/measures.ts'
import { cellOf, placeOf, scoreOf } from '../../../domain/assess/score.ts'
import { spanOf } from '../../../domain/feedback/month.ts'
import { rulesWith } from '../../../domain/rules/ruleOf.ts'
import { station, town, village } from '../township.ts'
import { CALENDAR_2026 as CALENDAR } from '../year2026.ts'

const at = (day: number, hour = 0): Date => new Date(Date.UTC(2026, 10, day, hour - 8))
const iso = (day: number, hour = 0): string => at(day, hour).toISOString()
const NOW = new Date('2026-12-31T00:00:00Z')
const SPAN = { ...spanOf('2026-11'), now: NOW }

const event = (caseNo: string, type: string, when: Date, data: Happened['data'] = {}): Happened => ({
  caseNo,
  type,
  at: when,
  data,
})
const short = (facts: readonly Fact[]): string[] =>
  facts.map(({ measure, who, hit }) => `${who} ${measure}${hit ? '+' : '-'}`)

describe('an indicator', () => {
  it.each(MEASURE_KEYS)('%s is read as it is written', (measure) => {
    expect(measureOf(` ${formulaOf(measure).toUpperCase().replace('/', ' ／ ')}`)).toBe(measure)
  })
})

describe('a score', () => {
  const indicators = indicatorsOn(town('QS', '青石镇'), '2026-11-30').filter(({ measure }) =>
    ['finish', 'redo'].includes(measure),
  )
  const cell = (top: number, of: number) => ({ top, of, against: [] })

  it.each([
    [cell(10, 10), cell(0, 10), 100],
    [cell(5, 10), cell(0, 10), 63.6],
    [cell(10, 10), cell(10, 10), 72.7],
    [cell(0, 10), cell(10, 10), 0],
    [cell(1, 3), cell(0, 0), 33.3],
    [cell(0, 0), cell(0, 0), null],
  ])('of %j and %j is %s', (finish, redo, score) => {
    expect(scoreOf(indicators, [finish, redo])).toBe(score)
  })

  it.each([
    [90, [90, 80, 70], 1, 3],
    [80, [90, 80, 80, 70], 2, 4],
    [70, [90, 80, 80, 70], 4, 4],
    [null, [90, null], null, 1],
    [90, [90, null], null, 1],
  ])('%s among %j', (score, alike, rank, among) => {
    expect(
      placeOf(
        score,
        alike.map((each) => ({ score: each })),
      ),
    ).toEqual({ rank, among })
  })

  it('leaves out what an appeal left out: one case, or the whole figure', () => {
    const [finish] = indicators
    if (!finish) throw new Error('no indicator')
    const late = (caseNo: string): Fact => ({ measure: 'finish', who: 'a', hit: false, at: at(3), caseNo })
    const facts = [late('QS261103-0001'), late('QS261103-0002'), { ...late('QS261103-0003'), who: 'b' }]
    const out = { who: 'a', indicator: finish.code, caseNo: 'QS261103-0001' }
    expect(cellOf(finish, facts, [])).toEqual({ top: 0, of: 3, against: facts.map(({ caseNo }) => caseNo) })
    expect(cellOf(finish, facts, [out])).toMatchObject({ of: 2 })
    expect(cellOf(finish, facts, [{ ...out, caseNo: null }])).toMatchObject({ of: 1, against: ['QS261103-0003'] })
    expect(cellOf(finish, facts, [{ ...out, indicator: 'other' }])).toMatchObject({ of: 3 })
  })
})

describe('what stands beside the cases', () => {
  const SH = 'QS-SH2026-0001'
  const called = event(SH, 'whistle-called', at(3, 9), { stations: ['a', 'b', 'c'], due: iso(3, 10) })
  const came = (who: string, hour: number) => event(SH, 'whistle-came', at(3, hour), { station: who })

  it.each<[string, Happened[], string[]]>([
    [
      'a whistle: in time, late, and not at all',
      [called, came('a', 9.5), came('b', 11), event(SH, 'whistle-ended', at(3, 12))],
      ['a whistle+', 'b whistle-', 'c whistle-'],
    ],
    [
      'a whistle that ended before it was due',
      [called, came('a', 9.5), event(SH, 'whistle-ended', at(3, 9.7))],
      ['a whistle+'],
    ],
    [
      'a whistle of an older version, which says no time',
      [event(SH, 'whistle-called', at(3), { stations: ['a'] })],
      [],
    ],
    [
      'help that was refused in time is an answer',
      [
        event('QS-XZ2026-0001', 'help-asked', at(3, 9), { station: 'a', due: iso(3, 11) }),
        event('QS-XZ2026-0001', 'help-refused', at(3, 10), { station: 'a' }),
      ],
      ['a help+'],
    ],
    [
      'help nobody answered',
      [event('QS-XZ2026-0001', 'help-asked', at(3, 9), { station: 'a', due: iso(3, 11) })],
      ['a help-'],
    ],
    [
      'a part that was dropped in time',
      [
        event('QS-RW2026-0001', 'child-given', at(3), { station: 'a', due: iso(5) }),
        event('QS-RW2026-0001', 'child-dropped', at(4)),
      ],
      [],
    ],
    [
      'a part that was late',
      [
        event('QS-RW2026-0001', 'child-given', at(3), { station: 'a', due: iso(5) }),
        event('QS-RW2026-0001', 'child-done', at(6)),
      ],
      ['a child-'],
    ],
    [
      'a question that was answered wrong',
      [
        event('QS-PX2026-0001', 'quiz-asked', at(3), { unit: 'a' }),
        event('QS-PX2026-0001', 'quiz-answered', at(3, 9), { unit: 'a', right: false }),
      ],
      ['a training+'],
    ],
    ['something of another kind', [event('QS-WJ2026-0001', 'paper-sent', at(3))], []],
  ])('%s', (_name, events, expected) => {
    expect(short(bookFacts(events, SPAN))).toEqual(expected)
  })
})

describe('who should have seen it', () => {
  const opened = (found: string | undefined) =>
    event('QS261103-0001', 'opened', at(3), { place: { code: 'WJ', name: '王家村' }, ...(found ? { found } : {}) })
  const joined = (count: number) => event('QS261103-0001', 'joined', at(4), { count })

  it.each<[string, Happened[], string[]]>([
    ['a patrol', [opened('patrol'), joined(5)], ['WJ found+', 'WJ missed-']],
    ['a villager', [opened('public'), joined(2)], ['WJ found-', 'WJ missed-']],
    ['three villagers', [opened('public'), joined(3)], ['WJ found-', 'WJ missed+']],
    ['nobody knows: an older log', [opened(undefined)], []],
    ['the same as another case', [opened('public'), event('QS261103-0001', 'merged-into', at(4))], []],
    [
      'in another village, as it turned out',
      [opened('public'), event('QS261103-0001', 'placed', at(4), { place: '李庄', code: 'LZ' })],
      ['LZ found-', 'LZ missed-'],
    ],
  ])('%s', (_name, events, expected) => {
    expect(short(caseFacts(events, SPAN))).toEqual(expected)
  })
})

describe('an opinion of a supervisor, and a file before the reviewer', () => {
  const NO = 'QS261103-0001'
  const opinion = event(NO, 'opinion', at(3), { no: 'QS-JD2026-0001', unit: 'a', rounds: 1 })
  const said = (type: string, day: number, more = {}) =>
    event(NO, type, at(day), { no: 'QS-JD2026-0001', unit: 'a', ...more })
  const dispatched = event(NO, 'dispatched', at(2), { lead: 'a', due: {} })
  const review = (type: string, day: number, round?: number) =>
    event(NO, type, at(day), { no: `QS-FS2026-000${round ?? 1}`, ...(round ? { round } : {}) })

  it.each<[string, Happened[], string[]]>([
    ['answered', [opinion, said('rectified', 4)], ['a opinion+']],
    ['late, then answered', [opinion, said('opinion-late', 5, { of: 'open' }), said('rectified', 6)], ['a opinion-']],
    [
      'answered, and the supervisor is late',
      [opinion, said('rectified', 4), said('opinion-late', 8, { of: 'answered' })],
      ['a opinion+'],
    ],
    ['not due yet', [opinion], []],
    ['passed at once', [review('review-submitted', 4, 1), review('review-passed', 5)], ['a review+']],
    [
      'rejected, and passed the second time',
      [
        review('review-submitted', 4, 1),
        review('review-rejected', 5),
        review('review-submitted', 6, 2),
        { ...review('review-passed', 7), data: { no: 'QS-FS2026-0002' } },
      ],
      ['a review-'],
    ],
  ])('%s', (_name, events, expected) => {
    const facts = caseFacts([event(NO, 'opened', at(1)), dispatched, ...events], SPAN)
    expect(short(facts).filter((each) => !each.includes('return'))).toEqual(expected)
  })
})

describe('townships', () => {
  const named = (code: string, sort: string): Town => {
    return town(code, `${code}镇`, {
      class: sort,
      stations: [station('a'), station('b'), station('p', 'police')],
      villages: [village('V1', '一村')],
    })
  }
  const stay = (caseNo: string, unit: string, late: boolean) => [
    event(caseNo, 'opened', at(3), { level: 'normal' }),
    event(caseNo, 'dispatched', at(3), { lead: unit, due: { sign: iso(3, 2), finish: iso(5) }, own: iso(5) }),
    event(caseNo, 'signed', at(3, 1)),
    event(caseNo, 'finished', at(late ? 6 : 4)),
  ]
  const towns = [named('AA', 'B'), named('BB', 'B'), named('CC', 'A'), named('DD', '')]
  const happened = towns.flatMap(({ code }) => [
    stay(`${code}261103-0001`, 'a', code === 'BB'),
    stay(`${code}261103-0002`, 'b', true),
    stay(`${code}261103-0003`, 'p', false),
  ])
  const basis = { month: '2026-11', now: NOW, calendar: CALENDAR, happened, leftOut: new Map(), states: new Map() }
  const found = assessmentsOf(towns, basis)

  it('are compared inside their class only', () => {
    expect(found.map(({ town: code, total }) => [code, total.fix.rank, total.fix.among])).toEqual([
      ['AA', 1, 2],
      ['BB', 2, 2],
      ['CC', null, 1],
      ['DD', null, 1],
    ])
  })

  it('compare a unit with those of its sort only', () => {
    expect(found[0]?.units.map(({ id, rank, among }) => [id, rank, among])).toEqual([
      ['a', 1, 2],
      ['b', 2, 2],
      ['p', null, 1],
    ])
  })

  it('with other weights are like no other', () => {
    const [first, ...others] = towns
    const own = indicatorsOn(town('QS', '青石镇'), '2026-11-30').map((each) => ({ ...each, weight: 1 }))
    const other = assessmentsOf([{ ...first, assessment: own } as Town, ...others], basis)
    expect(other.map(({ total }) => total.fix.rank)).toEqual([null, null, null, null])
  })

  it('score who should have seen it apart: nothing of that is in the score of who had to deal with it', () => {
    expect(found[0]?.total.find.score).toBe(null)
    expect(found[0]?.total.find.cells).toHaveLength(2)
    expect(found[0]?.total.fix.cells).toHaveLength(16)
  })

  it('count a case in the month and the township it belongs to', () => {
    expect(found.map(({ units }) => units[0]?.cells[4])).toMatchObject([
      { top: 1, of: 1 },
      { top: 0, of: 1 },
      { top: 1, of: 1 },
      { top: 1, of: 1 },
    ])
    expect(assessmentsOf(towns, { ...basis, month: '2026-10' })[0]?.total.fix.score).toBe(null)
  })
})

describe('the days of a month', () => {
  const { policy } = town('QS', '青石镇')

  it('are counted in working days', () => {
    expect(daysOf('2026-11', policy, CALENDAR)).toEqual({
      shown: '2026-12-03',
      appealUntil: '2026-12-10',
      frozen: '2026-12-14',
    })
  })

  it('leave the time for objections whatever the rules say', () => {
    const early = rulesWith([
      { key: 'assess.freeze', value: { amount: 4, unit: 'wd' }, basis: '', validFrom: null, validUntil: null },
    ])
    expect(daysOf('2026-11', { ...policy, rules: early }, CALENDAR)).toMatchObject({
      appealUntil: '2026-12-10',
      frozen: '2026-12-11',
    })
  })
})
