import { describe, expect, it } from 'vitest'
import { mayRead } from '../../../domain/people/audience.ts'
import { isBarred, supervisors, unbarred } from '../../../domain/people/barred.ts'
import { isBeforeSupervisors } from '../../../domain/people/beforeSupervisors.ts'
import { recipientKey, toPerson, type Address } from '../../../domain/people/recipients.ts'
import type { Recipient } from '../../../domain/recipient.ts'
import { STAGES, understoodOf, type Task } from '../../../domain/task.ts'
import type { Person, Role, Town } from '../../../domain/town.ts'
import { aTask } from '../duplicate/tasks.ts'
import { station, town } from '../township.ts'

const person = (userid: string, name: string, at: string | null, ...roles: Role[]): Person => ({
  ...{ userid, name, station: at, roles, licence: null, licenceUntil: null },
})
const HERE: Town = town('QS', '青石镇', {
  stations: [{ ...station('cg'), name: '城管中队', group: 'g-cg' }],
  people: [
    person('zw', '张伟', 'cg', 'officer'),
    person('zt', '周婷', null, 'dispatcher'),
    person('lm', '罗敏', null, 'dispatcher'),
    person('sm', '宋明', null, 'supervisor'),
    person('cz', '陈振', null, 'leader'),
    person('ds', '杜双', null, 'dispatcher', 'supervisor'),
    person('dl', '丁磊', null, 'dispatcher', 'leader'),
    person('gl', '葛林', null, 'admin'),
  ],
  commandRoom: 'g-room',
  leaders: 'g-leaders',
})
const without = (...roles: Role[]): Town => ({
  ...HERE,
  people: HERE.people.filter((each) => !each.roles.some((role) => roles.includes(role))),
})
/** nobody but the command room is there to decide */
const ALONE: Town = { ...without('supervisor', 'leader'), leaders: null }
const PLAIN = understoodOf({ understood: null })
const accusing = (...people: string[]) => ({ ...PLAIN, accused: { stations: [], people } })
const put = (more: Partial<Task> = {}, ...people: string[]): Task =>
  aTask('反映一件事', { stage: 'triage', understood: { ...accusing(...people), supervised: true }, ...more })

const group = (id: string): Recipient => ({ kind: 'group', id })
const one = (userid: string): Recipient => ({ kind: 'person', userid })
const to = (recipient: Recipient, fallback: Recipient | null = null): Address => ({ to: recipient, fallback })
const keys = (addresses: readonly Address[]): string => addresses.map((each) => recipientKey(each.to)).join(' ')

describe('a case that was put before the supervisors', () => {
  it.each(STAGES.map((stage) => [stage, stage === 'triage' || stage === 'disputed'] as const))(
    'is theirs alone while it is %s: %s',
    (stage, theirs) => {
      expect(isBeforeSupervisors(put({ stage }))).toBe(theirs)
    },
  )

  it.each([
    ['was not put before them', PLAIN],
    ['was not understood at all', null],
  ])('is not theirs where it %s', (_what, understood) => {
    expect(isBeforeSupervisors(put({ understood }))).toBe(false)
  })
})

describe('who may touch a case the supervisors decide on', () => {
  it.each([
    ['the command room may not', 'zt', true],
    ['nor may anybody else in it', 'lm', true],
    ['a supervisor may', 'sm', false],
    ['a supervisor who sits in the command room may', 'ds', false],
    ['a leader may', 'cz', false],
    ['a leader who sits in the command room may', 'dl', false],
    ['whoever is not of the command room is not kept from it', 'zw', false],
    ['the administrator is not kept from it', 'gl', false],
    ['a villager is not kept from it', 'v-wang', false],
  ])('%s', (_what, userid, barred) => {
    expect(isBarred(put(), HERE, userid)).toBe(barred)
  })

  it('the command room may as soon as they have sent it to a unit', () => {
    expect(isBarred(put({ stage: 'dispatched' }), HERE, 'zt')).toBe(false)
  })

  it('the command room may not once the unit gave it back', () => {
    expect(isBarred(put({ stage: 'disputed' }), HERE, 'zt')).toBe(true)
  })

  it('the command room may have any other case', () => {
    expect(isBarred(put({ understood: PLAIN }), HERE, 'zt')).toBe(false)
  })

  it('the command room may not even read it', () => {
    expect(mayRead(put(), HERE, 'zt')).toBe(false)
  })

  it('the command room may not where leaders decide for want of supervisors', () => {
    expect(isBarred(put(), without('supervisor'), 'zt')).toBe(true)
  })

  it('the command room may where nobody else is there to decide', () => {
    expect(isBarred(put(), ALONE, 'zt')).toBe(false)
  })

  it.each(['zt', 'lm'])(
    'each of a command room without a group may where nobody else is there to decide: %s',
    (who) => {
      expect(isBarred(put(), { ...ALONE, commandRoom: null }, who)).toBe(false)
    },
  )

  it('whoever is accused may not, although the command room decides', () => {
    const room = { ...ALONE, commandRoom: null }
    expect(['zt', 'lm'].map((who) => isBarred(put({}, 'zt'), room, who))).toEqual([true, false])
  })

  it('nobody of the command room may where one of its group is accused', () => {
    expect(isBarred(put({}, 'zt'), ALONE, 'lm')).toBe(true)
  })
})

describe('who hears of a case the supervisors decide on', () => {
  it.each([
    ['not the group of the command room', to(group('g-room')), ''],
    ['not somebody of the command room', to(one('zt')), ''],
    ['the group of the leaders', to(group('g-leaders')), 'g-g-leaders'],
    ['the group of a unit', to(group('g-cg')), 'g-g-cg'],
    ['a supervisor', to(one('sm')), 'p-sm'],
    ['a supervisor who sits in the command room', to(one('ds')), 'p-ds'],
    ['an officer', to(one('zw')), 'p-zw'],
    ['who reported it', to({ kind: 'chat', chat: { type: 'single', id: 'v-wang' } }), 'p-v-wang'],
  ])('%s', (_who, address, expected) => {
    expect(keys(unbarred(put(), HERE, [address]))).toBe(expected)
  })

  it.each([
    ['the group of the command room does not', group('g-room'), null],
    ['somebody of the command room does not', one('zt'), null],
    ['a supervisor does', one('sm'), one('sm')],
    ['where nobody should, nobody does', null, null],
  ])('in the place of somebody: %s', (_who, fallback, expected) => {
    expect(unbarred(put(), HERE, [to(one('cz'), fallback)])).toEqual([to(one('cz'), expected)])
  })

  it('the command room as soon as they have sent it to a unit', () => {
    const room = [to(group('g-room'), one('zt'))]
    expect(unbarred(put({ stage: 'dispatched' }), HERE, room)).toEqual(room)
  })

  it('the command room where nobody else is there to decide', () => {
    const room = [to(group('g-room'), one('zt'))]
    expect(unbarred(put(), ALONE, room)).toEqual(room)
  })

  it('nobody of the command room where everybody who could decide is accused', () => {
    expect(unbarred(put({}, 'zt'), ALONE, [to(group('g-room')), toPerson('lm')])).toEqual([])
  })

  it('the people of a command room without a group where they decide, but not who is accused', () => {
    const addresses = [toPerson('zt'), toPerson('lm')]
    expect(keys(unbarred(put({}, 'zt'), { ...ALONE, commandRoom: null }, addresses))).toBe('p-lm')
  })
})

describe('who decides', () => {
  it.each([
    ['all supervisors', HERE, [], 'p-sm p-ds'],
    ['the supervisors who are not accused', HERE, ['sm'], 'p-ds'],
    ['the leaders where all supervisors are accused', HERE, ['sm', 'ds'], 'g-g-leaders'],
    ['the leaders where there is no supervisor', without('supervisor'), [], 'g-g-leaders'],
    [
      'the leaders who are not accused, where they have no group',
      { ...without('supervisor'), leaders: null },
      ['cz'],
      'p-dl',
    ],
    ['the command room where there is nobody else', ALONE, [], 'g-g-room'],
    ['nobody where one of the command room is accused', ALONE, ['zt'], ''],
    ['nobody in a township without people', town('QS', '青石镇'), [], ''],
  ])('%s', (_who, where, accused, expected) => {
    expect(keys(supervisors(put({}, ...accused), where))).toBe(expected)
  })
})
