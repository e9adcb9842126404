import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../domain/facts.ts'
import { isSealedIn, sealed } from '../../../domain/privacy/sealed.ts'
import { aTask } from '../duplicate/tasks.ts'
import { station, town } from '../township.ts'

const HERE = town('QS', '青石镇', {
  stations: [
    { ...station('chengguan'), group: 'grp-chengguan' },
    { ...station('huanwei'), group: 'grp-huanwei' },
    { ...station('paichu'), group: 'grp-paichu' },
    station('dangban'),
  ],
})
const CASE = { lead: 'chengguan', assist: ['huanwei'] }

describe('in a group, what was told in confidence', () => {
  it.each([
    ['grp-chengguan', 'of the unit that leads', false],
    ['grp-huanwei', 'of a unit that helps', false],
    ['grp-paichu', 'of another unit', true],
    [null, 'that is none of the township', true],
  ])('%s, %s: is not spoken of: %s', (group, _whose, is) => {
    expect(isSealedIn(aTask('有人占道', { ...CASE, shield: 'confidential' }), HERE, group)).toBe(is)
  })

  it.each(['anonymous', 'confidential'] as const)('is no more than a number to others: %s', (shield) => {
    expect(isSealedIn(aTask('有人占道', { ...CASE, shield }), HERE, 'grp-paichu')).toBe(true)
  })

  it.each(['grp-paichu', null])('is spoken of where nobody asked to be kept: %s', (group) => {
    expect(isSealedIn(aTask('有人占道', { ...CASE, shield: 'none' }), HERE, group)).toBe(false)
  })

  it.each([
    ['nobody leads', null],
    ['the unit that leads has no group', 'dangban'],
    ['the unit that leads is no longer there', 'gone'],
  ])('is spoken of nowhere as long as %s', (_why, lead) => {
    expect(isSealedIn(aTask('有人占道', { lead, shield: 'anonymous' }), HERE, 'grp-chengguan')).toBe(true)
  })

  it('is still spoken of by those who help where nobody leads', () => {
    const task = aTask('有人占道', { lead: null, assist: ['huanwei'], shield: 'anonymous' })
    expect(isSealedIn(task, HERE, 'grp-huanwei')).toBe(false)
  })
})

const WHOLE: Facts = {
  caseNo: 'QS261124-0007',
  town: '青石镇',
  stage: 'signed',
  level: 'urgent',
  item: '占道经营',
  place: '王家村',
  text: '村口小卖部对面有人占道',
  lead: '城管中队',
  assist: ['环卫所'],
  officer: '王建国',
  holder: '张伟',
  signBy: '2026-11-24T03:00:00.000Z',
  arriveBy: '2026-11-24T05:00:00.000Z',
  finishBy: '2026-11-27T10:00:00.000Z',
  tentative: true,
  result: '已劝离',
  reopens: 2,
  legalBasis: '《城市管理条例》第九条',
  handedTo: '县城管局',
  suspended: { until: '2026-12-20T00:00:00.000Z', why: '等苗木到货' },
  patterns: ['每天早上'],
}
const LEFT = {
  caseNo: 'QS261124-0007',
  town: '青石镇',
  stage: 'signed',
  level: 'urgent',
  lead: '城管中队',
  signBy: '2026-11-24T03:00:00.000Z',
  arriveBy: '2026-11-24T05:00:00.000Z',
  finishBy: '2026-11-27T10:00:00.000Z',
  tentative: true,
  reopens: 2,
  sealed: true,
}
const NOTHING = { item: null, place: null, text: '', assist: [], holder: null, result: null, legalBasis: null }

describe('what is left of a case where it is not to be spoken of', () => {
  it('is its number, the unit and the clocks, and nothing of what happened, where and who works on it', () => {
    expect(sealed(WHOLE)).toStrictEqual({ ...LEFT, ...NOTHING })
  })

  it.each([{ twin: true }, { shield: 'anonymous' }, { shield: 'confidential' }] as const)('and %o', (more) => {
    expect(sealed({ ...WHOLE, ...more })).toStrictEqual({ ...LEFT, ...NOTHING, ...more })
  })
})
