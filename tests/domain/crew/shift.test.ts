import { describe, expect, it } from 'vitest'
import type { Absence, Shift, Swap } from '../../../domain/town.ts'
import { gapsOf } from '../../../domain/crew/gaps.ts'
import { offTomorrow } from '../../../domain/crew/evening.ts'
import { isFirstWorkday, unlicensed } from '../../../domain/crew/licences.ts'
import { isUncovered, onDutyOn } from '../../../domain/people/shift.ts'
import type { Task } from '../../../domain/task.ts'
import { station, town } from '../township.ts'
import { CALENDAR_2026 } from '../year2026.ts'

const DAY = '2026-12-03'
const unit = { ...station('a'), head: 'h', duty: ['x', 'y'] }
const away = (userid: string, from = DAY, to = from): Absence => ({ userid, from, to })
const shift = (userid: string, date = DAY): Shift => ({ date, station: 'a', userid, shift: '' })
const swap = (out: string, into: string): Swap => ({ date: DAY, station: 'a', out, in: into })

describe('who is on duty', () => {
  it.each<[string, Readonly<{ roster?: Shift[]; absences?: Absence[]; swaps?: Swap[] }>, string[], boolean]>([
    ['by default', {}, ['x', 'y'], false],
    ['by the roster', { roster: [shift('z')] }, ['z'], false],
    ['without who is on leave', { absences: [away('x')] }, ['y'], false],
    ['leave of other days does not count', { absences: [away('x', '2026-12-01', '2026-12-02')] }, ['x', 'y'], false],
    ['the first and the last day of leave count', { absences: [away('x', '2026-12-01', DAY)] }, ['y'], false],
    ['nobody is left: the head', { absences: [away('x'), away('y')] }, ['h'], true],
    ['nor the head: he all the same', { absences: [away('x'), away('y'), away('h')] }, ['h'], true],
    [
      'rostered, on leave, and the head is, too: the default list',
      { roster: [shift('z')], absences: [away('z'), away('h')] },
      ['x', 'y'].slice(0, 1),
      true,
    ],
    ['swapped', { roster: [shift('z')], swaps: [swap('z', 'x')] }, ['x'], false],
    ['swapped twice', { roster: [shift('z')], swaps: [swap('z', 'x'), swap('x', 'y')] }, ['y'], false],
    ['swapped with one who is there already', { swaps: [swap('x', 'y')] }, ['y'], false],
    ['a swap of another unit', { swaps: [{ ...swap('x', 'z'), station: 'b' }] }, ['x', 'y'], false],
  ])('%s', (_what, more, who, uncovered) => {
    const of = town('QS', '青石镇', { stations: [unit], ...more })
    expect(onDutyOn(of, unit, DAY)).toEqual(who)
    expect(isUncovered(of, unit, DAY)).toBe(uncovered)
  })
})

it('finds the days that a leave leaves without anybody', () => {
  const of = town('QS', '青石镇', { stations: [unit], absences: [away('y', '2026-12-03', '2026-12-04')] })
  expect(gapsOf(of, unit, away('x', '2026-12-01', '2026-12-03'), '2026-12-01')).toEqual(['2026-12-03'])
  expect(gapsOf(of, unit, away('z', '2026-12-01', '2026-12-09'), '2026-12-01')).toEqual([])
})

describe('the evening', () => {
  const person = (userid: string) => ({
    userid,
    name: userid,
    station: 'a',
    roles: ['officer'] as const,
    licence: null,
    licenceUntil: null,
  })
  const people = ['x', 'y', 'h'].map(person)
  const held = (holder: string) => ({ holder }) as Task
  const tasks = [held('x'), held('x'), held('y'), held('h')]
  const calendar = CALENDAR_2026
  const roster = [shift('x', '2026-12-02'), shift('y', '2026-12-03')]

  it.each([
    ['rostered today, not tomorrow', { roster }, '2026-12-02', [{ userid: 'x', count: 2 }]],
    ['no roster', {}, '2026-12-02', []],
    ['on leave from tomorrow', { absences: [away('y', '2026-12-03')] }, '2026-12-02', [{ userid: 'y', count: 1 }]],
    ['on leave today already', { absences: [away('y', '2026-12-02', '2026-12-03')] }, '2026-12-02', []],
    ['of a free day', { roster: [shift('x', '2026-12-05'), shift('y', '2026-12-06')] }, '2026-12-05', []],
  ])('%s', (_what, more, today, found) => {
    expect(offTomorrow(town('QS', '青石镇', { stations: [unit], people, ...more }), tasks, today, calendar)).toEqual(
      found,
    )
  })

  it('names to the head who has no valid licence', () => {
    const of = town('QS', '青石镇', {
      stations: [unit],
      people: [
        { ...person('x'), licence: '执法-1', licenceUntil: '2026-12-31' },
        { ...person('y'), licence: '执法-2', licenceUntil: '2026-12-02' },
        person('z'),
      ],
    })
    expect(unlicensed(of, 'h', DAY).map(({ userid }) => userid)).toEqual(['y', 'z'])
    expect(unlicensed(of, 'x', DAY)).toEqual([])
    expect(unlicensed({ ...of, stations: [{ ...unit, kind: 'police' }] }, 'h', DAY)).toEqual([])
  })

  it.each([
    ['2026-12-01', true],
    ['2026-12-02', false],
    ['2026-11-01', false],
    ['2026-11-02', true],
    ['2026-10-08', true],
  ])('%s the first working day of its month: %s', (day, first) => {
    expect(isFirstWorkday(day, calendar)).toBe(first)
  })
})
