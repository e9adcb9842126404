import { describe, expect, it } from 'vitest'
import { isUncovered, onDutyOn, rosteredOn } from '../../../domain/people/shift.ts'
import type { Absence, Shift, Station, Swap } from '../../../domain/town.ts'
import { station } from '../township.ts'

const DAY = '2026-12-03'
const UNIT: Station = { ...station('cg'), head: 'u-head', duty: ['u-1', 'u-2'] }
const HEADLESS: Station = { ...UNIT, head: null }
const away = (...userids: string[]): Absence[] => userids.map((userid) => ({ userid, from: DAY, to: DAY }))
const shift = (userid: string, more: Partial<Shift> = {}): Shift => ({
  ...{ date: DAY, station: 'cg', userid, shift: '', ...more },
})
const swap = (more: Partial<Swap> = {}): Swap => ({ date: DAY, station: 'cg', out: 'u-1', in: 'u-9', ...more })
const plan = (roster: readonly Shift[] = [], absences: readonly Absence[] = []) => ({ roster, absences, swaps: [] })

describe('who has the duty of whoever is on leave', () => {
  it.each([
    ['the head before anybody of the default list', UNIT, away('u-9'), ['u-head']],
    ['without a head the first of the default list', HEADLESS, away('u-9'), ['u-1']],
    ['the next of the default list where the first is away', HEADLESS, away('u-9', 'u-1'), ['u-2']],
    ['the default list where the head is away', UNIT, away('u-9', 'u-head'), ['u-1']],
    ['the head where everybody is away', UNIT, away('u-9', 'u-head', 'u-1', 'u-2'), ['u-head']],
    ['without a head who was planned, where everybody is away', HEADLESS, away('u-9', 'u-1', 'u-2'), ['u-9']],
  ])('%s', (_who, unit, absences, expected) => {
    expect(onDutyOn(plan([shift('u-9')], absences), unit, DAY)).toEqual(expected)
  })

  it('is the head where nobody was planned', () => {
    expect(onDutyOn(plan(), { ...UNIT, duty: [] }, DAY)).toEqual(['u-head'])
  })

  it('is nobody in a unit that has nobody', () => {
    expect(onDutyOn(plan(), { ...HEADLESS, duty: [] }, DAY)).toEqual([])
  })
})

describe('is a day without anybody who was planned', () => {
  it.each<readonly [string, Station, readonly Absence[], boolean]>([
    ['yes: all of them are away', UNIT, away('u-1', 'u-2'), true],
    ['no: one of them is there', UNIT, away('u-1'), false],
    ['no: nobody was planned', { ...UNIT, duty: [] }, [], false],
  ])('%s', (_what, unit, absences, uncovered) => {
    expect(isUncovered(plan([], absences), unit, DAY)).toBe(uncovered)
  })
})

describe('what the roster says of a day', () => {
  it.each([
    ['a shift of that day', [shift('u-9')], ['u-9']],
    ['not one of the day before', [shift('u-9', { date: '2026-12-02' })], []],
    ['not one of another unit', [shift('u-9', { station: 'hw' })], []],
    ['somebody with two shifts once', [shift('u-9'), shift('u-9', { shift: '夜班' })], ['u-9']],
  ])('%s', (_what, roster, expected) => {
    expect(rosteredOn(plan(roster), UNIT, DAY)).toEqual(expected)
  })

  it.each([
    ['changes one and leaves the other', swap(), ['u-9', 'u-2']],
    ['of the day before changes nothing', swap({ date: '2026-12-02' }), ['u-1', 'u-2']],
    ['of another unit changes nothing', swap({ station: 'hw' }), ['u-1', 'u-2']],
    ['of somebody who is not on duty changes nothing', swap({ out: 'u-7' }), ['u-1', 'u-2']],
  ])('a swap %s', (_what, agreed, expected) => {
    const swaps = [agreed]
    expect(rosteredOn({ roster: ['u-1', 'u-2'].map((who) => shift(who)), swaps }, UNIT, DAY)).toEqual(expected)
  })
})
