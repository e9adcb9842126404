import { describe, expect, it } from 'vitest'
import type { Area, Person, Town } from '../../domain/town.ts'
import { areaLead, assignArea } from '../../domain/route/area.ts'
import { fallbackLead, ownerOf } from '../../domain/route/fallback.ts'
import { duty, station, town, village } from './township.ts'

const person = (userid: string, at: string): Person => ({
  userid,
  name: userid,
  station: at,
  roles: ['officer'],
  licence: null,
  licenceUntil: null,
})
const line = (area: string, matter: string, who: string, more: Partial<Area> = {}): Area => ({
  area,
  matter,
  station: 'cg',
  person: who,
  deputy: null,
  ...more,
})
const STALL = duty('CG1', 'cg', ['摆摊'], { category: '市容' })
const PLACE = { code: 'V1', name: '王家村' }
const DAY = '2026-11-24'
const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((id) => person(id, 'cg'))
const base = (areas: readonly Area[], more: Partial<Town> = {}): Town =>
  town('QS', '青石镇', {
    stations: [station('cg'), station('sc')],
    people: [...people, person('x', 'sc')],
    villages: [{ ...village('V1', '王家村'), grid: '一', officer: 'i' }, village('V2', '李家沟')],
    areas,
    ...more,
  })
const officer = (areas: readonly Area[], more: Partial<Town> = {}) =>
  assignArea(base(areas, more), STALL, PLACE, DAY)?.person ?? null

/** From the most special to the most general; each wins over all that follow. */
const LADDER: readonly Area[] = [
  line('V1', 'CG1', 'a'),
  line('V1', '市容', 'b'),
  line('V1', '*', 'c'),
  line('一', 'CG1', 'd'),
  line('一', '市容', 'e'),
  line('一', '*', 'f'),
  line('*', 'CG1', 'g'),
  line('*', '市容', 'h'),
]

describe('the officer of an area', () => {
  it.each(LADDER.map((each, n) => [each.area, each.matter, n, each.person] as const))(
    'is who looks after %s for %s, before all that is more general',
    (_area, _matter, n, who) => {
      expect(officer(LADDER.slice(n).toReversed())).toBe(who)
    },
  )

  it.each([
    ['nobody is listed: the officer of the village', [], 'i'],
    ['a line of another village', [line('V2', '*', 'a')], 'i'],
    ['a line for another matter', [line('V1', '环保', 'a')], 'i'],
    ['a line of another unit', [line('V1', '*', 'x', { station: 'sc' })], 'i'],
    ['somebody who does not work there', [line('V1', '*', 'x')], 'i'],
    ['somebody unknown', [line('V1', '*', 'nobody')], 'i'],
  ] as const)('%s', (_what, areas, who) => {
    expect(officer(areas)).toBe(who)
  })

  it('is nobody where the officer of the village works elsewhere, or no place is known', () => {
    expect(assignArea(base([]), STALL, PLACE, DAY, 'sc')).toBeNull()
    expect(assignArea(base(LADDER), STALL, null, DAY)).toBeNull()
    expect(assignArea(base(LADDER), STALL, { code: null, name: '老磨坊' }, DAY)).toBeNull()
  })

  it('of a case without an item is who looks after everything', () => {
    expect(assignArea(base(LADDER), null, PLACE, DAY, 'cg')?.person).toBe('c')
  })

  it('is the deputy on a day that has only him on the roster', () => {
    const areas = [line('V1', '*', 'a', { deputy: 'b' })]
    const roster = (...userids: string[]) => ({
      roster: userids.map((userid) => ({ date: DAY, station: 'cg', userid, shift: '' })),
    })
    expect(officer(areas, roster('b'))).toBe('b')
    expect(officer(areas, roster('a', 'b'))).toBe('a')
    expect(officer(areas, roster('c'))).toBe('a')
  })
})

describe('the unit of an item in an area', () => {
  const of = (...areas: Area[]) => areaLead(base(areas), STALL, PLACE)
  it.each([
    ['a village and the item', [line('V1', 'CG1', 'x', { station: 'sc' })], 'sc'],
    ['a grid and the item', [line('一', 'CG1', 'x', { station: 'sc' })], 'sc'],
    ['the village before its grid', [line('一', 'CG1', 'a'), line('V1', 'CG1', 'x', { station: 'sc' })], 'sc'],
    ['another item', [line('V1', 'CG2', 'x', { station: 'sc' })], null],
    ['another village', [line('V2', 'CG1', 'x', { station: 'sc' })], null],
    ['everything there is', [line('V1', '*', 'x', { station: 'sc' })], null],
    ['a unit that is gone', [line('V1', 'CG1', 'x', { station: 'gone' })], null],
  ] as const)('%s', (_what, areas, lead) => expect(of(...areas)).toBe(lead))
})

describe('what nobody owns', () => {
  const somebody = (id: string, kind?: 'brigade') => ({ ...station(id, kind), head: 'a' })
  const stations = [station('empty'), somebody('cg'), somebody('dd', 'brigade')]
  it.each([
    ['a unit with people keeps it', 'cg', {}, 'cg'],
    ['an empty unit: the brigade', 'empty', {}, 'dd'],
    ['a unit that is gone: the brigade', 'gone', {}, 'dd'],
    ['a unit that is gone: whom the township names', 'gone', { fallback: { station: 'cg', group: null } }, 'cg'],
    ['a fallback that is gone too: the brigade', 'gone', { fallback: { station: 'lost', group: null } }, 'dd'],
    ['no brigade: the first of the list', 'gone', { stations: [somebody('cg'), somebody('sc')] }, 'cg'],
    ['nobody anywhere: the command room must choose', 'gone', { stations: [station('empty')] }, null],
  ] as const)('%s', (_what, wanted, more, owner) => {
    expect(ownerOf(town('QS', '青石镇', { stations, ...more }), wanted, new Date('2026-11-24T10:00:00+08:00'))).toBe(
      owner,
    )
  })

  it('takes a group in which nobody works for nobody', () => {
    const at = new Date('2026-11-24T10:00:00+08:00')
    const grouped = [{ ...station('empty'), group: 'g' }, somebody('dd', 'brigade')]
    expect(ownerOf(town('QS', '青石镇', { stations: grouped }), 'empty', at)).toBe('dd')
    const people = [
      { userid: 'a', name: '甲', station: 'empty', roles: ['officer' as const], licence: null, licenceUntil: null },
    ]
    expect(ownerOf(town('QS', '青石镇', { stations: grouped, people }), 'empty', at)).toBe('empty')
  })

  it('has no fallback in a township without units', () => {
    expect(fallbackLead(town('QS', '青石镇'))).toBeNull()
  })
})
