import { describe, expect, it } from 'vitest'
import { mayHear, mayRead } from '../../../domain/people/audience.ts'
import { barredUnits, isBarred, unbarred } from '../../../domain/people/barred.ts'
import { recipientKey, toPerson, type Address } from '../../../domain/people/recipients.ts'
import type { Recipient } from '../../../domain/recipient.ts'
import { understoodOf, type Task } from '../../../domain/task.ts'
import type { Person, Role, Town } from '../../../domain/town.ts'
import type { Accused } from '../../../domain/understand/accused.ts'
import { aTask } from '../duplicate/tasks.ts'
import { station, town } from '../township.ts'

const person = (userid: string, name: string, at: string | null, ...roles: Role[]): Person => ({
  ...{ userid, name, station: at, roles, licence: null, licenceUntil: null },
})
const chatGroup = (id: string) => ({ id, name: id, aibotChatid: `wr-${id}`, webhookKey: null, appchatId: null })
const HERE: Town = town('QS', '青石镇', {
  stations: [
    { ...station('pc', 'police'), name: '派出所', group: 'g-pc' },
    { ...station('cg'), name: '城管中队', group: 'g-cg' },
    { ...station('hw'), name: '环卫所' },
  ],
  people: [
    person('zw', '张伟', 'cg', 'officer'),
    person('wf', '王芳', 'cg', 'officer'),
    person('sh', '沈浩', 'pc', 'officer'),
    person('hg', '贺刚', 'hw', 'officer'),
    person('zt', '周婷', null, 'dispatcher'),
    person('lm', '罗敏', null, 'dispatcher'),
    person('cz', '陈振', null, 'leader'),
    person('gy', '高远', null, 'leader'),
    person('xd', '谢冬', null, 'officer', 'dispatcher'),
  ],
  groups: ['g-pc', 'g-cg', 'g-room', 'g-leaders'].map(chatGroup),
  commandRoom: 'g-room',
  leaders: 'g-leaders',
})
const about = (accused: Partial<Accused>, more: Partial<Task> = {}): Task =>
  aTask('反映一件事', {
    lead: 'cg',
    understood: { ...understoodOf({ understood: null }), accused: { stations: [], people: [], ...accused } },
    ...more,
  })
const UNIT = about({ stations: ['cg'] })
const OFFICER = about({ people: ['zw'] })

const group = (id: string): Recipient => ({ kind: 'group', id })
const one = (userid: string): Recipient => ({ kind: 'person', userid })
const to = (recipient: Recipient, fallback: Recipient | null = null): Address => ({ to: recipient, fallback })

describe('who may not touch a case that complains about somebody', () => {
  it.each([
    ['he himself', OFFICER, 'zw', true],
    ['not his colleague', OFFICER, 'wf', false],
    ['not somebody the township does not know', OFFICER, 'v-wang', false],
    ['everybody of an accused unit', UNIT, 'wf', true],
    ['nobody of another unit', UNIT, 'sh', false],
    ['nobody who is of no unit', UNIT, 'zt', false],
    ['not somebody the township does not know, of an accused unit', UNIT, 'v-wang', false],
  ])('%s', (_who, task, userid, barred) => {
    expect(isBarred(task, HERE, userid)).toBe(barred)
  })

  it.each([
    ['the unit it names', UNIT, ['cg']],
    ['the unit of the person it names', OFFICER, ['cg']],
    ['no unit for somebody who is of none', about({ people: ['zt'] }), []],
    ['no unit where nobody is accused', about({}), []],
  ])('of units: %s', (_what, task, units) => {
    expect(barredUnits(task, HERE)).toEqual(units)
  })
})

describe('who hears of a case that complains about somebody', () => {
  it.each([
    ['he himself does not', OFFICER, one('zw'), false],
    ['his colleague does when he is asked alone', OFFICER, one('wf'), true],
    ['the group of his unit does not', OFFICER, group('g-cg'), false],
    ['the group of another unit does', OFFICER, group('g-pc'), true],
    ['the command room does', OFFICER, group('g-room'), true],
    ['the leaders do', OFFICER, group('g-leaders'), true],
    ['who reported it does', OFFICER, { kind: 'chat', chat: { type: 'single', id: 'v-wang' } }, true],
    ['a system that is called does', OFFICER, { kind: 'hook', town: 'QS', id: 'g-cg' }, true],
    ['nobody of an accused unit does', UNIT, one('wf'), false],
    ['the group of an accused unit does not', UNIT, group('g-cg'), false],
    [
      'the group of a unit does although one without a group is accused',
      about({ stations: ['hw'] }),
      group('g-cg'),
      true,
    ],
    ['the command room does not where one of it is accused', about({ people: ['lm'] }), group('g-room'), false],
    ['the leaders do where one of the command room is accused', about({ people: ['lm'] }), group('g-leaders'), true],
    ['the leaders do not where one of them is accused', about({ people: ['gy'] }), group('g-leaders'), false],
    ['the command room does where a leader is accused', about({ people: ['gy'] }), group('g-room'), true],
    ['everybody does where nobody is accused', about({}), group('g-cg'), true],
  ] as const)('%s', (_who, task, recipient, hears) => {
    expect(unbarred(task, HERE, [to(recipient)])).toEqual(hears ? [to(recipient)] : [])
  })

  it.each([
    ['the group of an accused unit', group('g-cg')],
    ['who is accused', one('zw')],
  ])('nobody in the place of another where that would be %s', (_who, fallback) => {
    expect(unbarred(OFFICER, HERE, [to(one('sh'), fallback)])).toEqual([to(one('sh'))])
  })

  it('who stands in for another still does where he is not accused', () => {
    expect(unbarred(OFFICER, HERE, [to(one('sh'), one('wf'))])).toEqual([to(one('sh'), one('wf'))])
  })

  it('the others of a list, in its order', () => {
    const left = unbarred(OFFICER, HERE, ['wf', 'zw', 'sh'].map(toPerson))
    expect(left.map((each) => recipientKey(each.to))).toEqual(['p-wf', 'p-sh'])
  })

  it('the rest where a township without groups has its own people accused', () => {
    const bare = { ...HERE, commandRoom: null, leaders: null }
    const left = unbarred(about({ people: ['zt', 'cz'] }), bare, ['zt', 'lm', 'cz', 'gy'].map(toPerson))
    expect(left.map((each) => recipientKey(each.to))).toEqual(['p-lm', 'p-gy'])
  })
})

describe('who reads a case that complains about somebody', () => {
  const reported = about({ people: ['zw'] }, { reporters: [{ userid: 'zw', chat: { type: 'single', id: 'zw' } }] })

  it.each([
    ['not who is accused', OFFICER, 'zw', false],
    ['his colleague in the unit that has it', OFFICER, 'wf', true],
    ['who is accused, where he reported it himself', reported, 'zw', true],
    ['nobody of an accused unit', UNIT, 'wf', false],
    ['not who reads every other case', about({ people: ['zt'] }), 'zt', false],
    ['the others who read every case', about({ people: ['zt'] }), 'lm', true],
    ['who reads every case by one of his offices', OFFICER, 'xd', true],
    ['nobody of a unit it is not with', about({}, { understood: null }), 'sh', false],
  ])('%s', (_who, task, userid, reads) => {
    expect(mayRead(task, HERE, userid)).toBe(reads)
  })

  const chat = (id: string) => ({ type: 'group', id }) as const
  const toldIn = (...ids: string[]) =>
    about({}, { lead: null, reporters: ids.map((id) => ({ userid: 'v-wang', chat: chat(id) })) })

  it.each([
    ['the group of the unit that has it', about({}), 'wr-g-cg', true],
    ['that group although nobody noted how it was understood', about({}, { understood: null }), 'wr-g-cg', true],
    ['not the group of an accused unit', UNIT, 'wr-g-cg', false],
    ['not the command room where one of it is accused', about({ people: ['lm'] }), 'wr-g-room', false],
    ['one of the groups in which it was told', toldIn('wr-g-pc', 'wr-elsewhere'), 'wr-g-pc', true],
    ['not a group in which something else was told', toldIn('wr-elsewhere'), 'wr-g-pc', false],
  ])('in a group: %s', (_who, task, id, hears) => {
    expect(mayHear(task, HERE, chat(id))).toBe(hears)
  })
})
