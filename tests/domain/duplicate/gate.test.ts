import { describe, expect, it } from 'vitest'
import { matterOf, mayBeSame, placesDiffer, type Told } from '../../../domain/duplicate/gate.ts'
import type { Place, Task } from '../../../domain/task.ts'
import { aTask } from './tasks.ts'

const AT = new Date('2026-11-25T10:00:00+08:00')
const HOUR = 3_600_000
const TEXT = '王家村路灯坏了'
const WANGJIA: Place = { code: 'QS01', name: '王家村' }
const LIJIA: Place = { code: 'QS02', name: '李家沟' }
const unlisted = (name: string): Place => ({ code: null, name })
const told = (more: Partial<Told> = {}): Told => ({
  town: 'QS',
  text: TEXT,
  place: WANGJIA,
  item: null,
  at: AT,
  ...more,
})
const after = (milliseconds: number) => new Date(AT.getTime() + milliseconds)

describe('a case may be what is told of', () => {
  it.each([
    ['at the same time', {}, { createdAt: AT }, true],
    ['just within the time', {}, { createdAt: after(-HOUR) }, true],
    ['a millisecond too old', {}, { createdAt: after(-HOUR - 1) }, false],
    ['written down after it was told, just within the time', {}, { createdAt: after(HOUR) }, true],
    ['written down a millisecond too late', {}, { createdAt: after(HOUR + 1) }, false],
    ['of another township', { town: 'HD' }, { createdAt: AT }, false],
    ['of another village', { place: LIJIA }, { createdAt: AT }, false],
    ['without a place', {}, { createdAt: AT, place: null }, true],
    ['joined to another', {}, { createdAt: AT, mergedInto: 'QS261120-0001' }, false],
  ] as const)('%s', (_what, now, before, expected) => {
    expect(mayBeSame(told(now), aTask(TEXT, before), HOUR)).toBe(expected)
  })
})

describe('two places', () => {
  const pairs: readonly (readonly [what: string, one: Place | null, other: Place | null, differ: boolean])[] = [
    ['one village', WANGJIA, WANGJIA, false],
    ['two villages', WANGJIA, LIJIA, true],
    ['one village under two names', WANGJIA, { code: 'QS01', name: '老王庄' }, false],
    ['two villages, one named after the other', WANGJIA, { code: 'QS03', name: '王家村新区' }, true],
    ['a village and what is in it by its name', WANGJIA, unlisted('王家村老磨坊'), false],
    ['a village and somewhere else', WANGJIA, unlisted('老磨坊'), true],
    ['what nobody listed, more and less exactly', unlisted('老磨坊'), unlisted('河边老磨坊'), false],
    ['what nobody listed, typed in two ways', unlisted('Ａ 座'), unlisted('a座'), false],
    ['what nobody listed, and something else', unlisted('老磨坊'), unlisted('水塔'), true],
    ['a name that says nothing', WANGJIA, unlisted('？？'), true],
    ['two names that say nothing', unlisted('？'), unlisted('！'), true],
    ['a place nobody knows', WANGJIA, null, false],
    ['an unlisted one and a place nobody knows', unlisted('老磨坊'), null, false],
    ['two places nobody knows', null, null, false],
  ]
  it.each(pairs)('%s', (_what, one, other, differ) => {
    expect(placesDiffer(one, other)).toBe(differ)
    expect(placesDiffer(other, one)).toBe(differ)
  })
})

describe('one matter is', () => {
  const always = { shares: () => true }
  const never = { shares: () => false }
  const cases: readonly (readonly [
    what: string,
    now: Partial<Told>,
    before: Partial<Task>,
    matter: 'item' | 'lead' | 'unknown' | null,
  ])[] = [
    ['the same item', { item: 'A' }, { item: 'A' }, 'item'],
    ['the same item of two units', { item: 'A', lead: 'x' }, { item: 'A', lead: 'y' }, 'item'],
    ['unknown where the report has no item', { item: null }, { item: 'A' }, 'unknown'],
    ['unknown where the case has no item', { item: 'A' }, { item: null }, 'unknown'],
    ['unknown where neither has', { item: null }, { item: null }, 'unknown'],
    ['that of the same unit', { item: 'A', lead: 'x' }, { item: 'B', lead: 'x' }, 'lead'],
    ['that of the same unit about other things', { item: 'A', lead: 'x', ...never }, { item: 'B', lead: 'x' }, 'lead'],
    ['as good as the item: one unit, one thing', { item: 'A', lead: 'x', ...always }, { item: 'B', lead: 'x' }, 'item'],
    ['not that of two units', { item: 'A', lead: 'x', ...always }, { item: 'B', lead: 'y' }, null],
    ['not where the unit is not told', { item: 'A', ...always }, { item: 'B', lead: 'x' }, null],
    ['not where the case has no unit', { item: 'A', lead: 'x', ...always }, { item: 'B', lead: null }, null],
    ['not where neither has a unit', { item: 'A', lead: null, ...always }, { item: 'B', lead: null }, null],
  ]
  it.each(cases)('%s', (_what, now, before, matter) => {
    expect(matterOf(told(now), aTask(TEXT, before))).toBe(matter)
  })

  it('asked by the words of the case', () => {
    const lamp = { item: 'A', lead: 'x', shares: (text: string) => text.includes('路灯') }
    expect(matterOf(told(lamp), aTask('路灯不亮', { item: 'B', lead: 'x' }))).toBe('item')
    expect(matterOf(told(lamp), aTask('水管爆了', { item: 'B', lead: 'x' }))).toBe('lead')
  })
})
