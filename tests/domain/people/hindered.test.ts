import { describe, expect, it } from 'vitest'
import { hindrances, STOPS, type Hindrance } from '../../../domain/people/reach.ts'
import { isHere } from '../../../domain/people/recipients.ts'
import { isStaffed } from '../../../domain/people/directory.ts'
import type { Group, Person, Town } from '../../../domain/town.ts'
import { station, town } from '../township.ts'

const NOON = new Date('2026-11-24T12:00:00+08:00')
const officer = (
  userid: string,
  at: string,
  licenceUntil: string | null,
  licence: string | null = '执法-1',
): Person => ({
  ...{ userid, name: userid, station: at, roles: ['officer'], licence, licenceUntil },
})
const group = (id: string, more: Partial<Group> = {}): Group => ({
  ...{ id, name: id, aibotChatid: null, webhookKey: null, appchatId: null, ...more },
})
const HERE: Town = town('QS', '青石镇', {
  stations: [station('cg'), station('dd', 'brigade'), station('pc', 'police'), { ...station('hw'), group: 'g-bot' }],
  people: [
    officer('u-good', 'cg', null),
    officer('u-last', 'cg', '2026-11-24'),
    officer('u-over', 'cg', '2026-11-23'),
    officer('u-none', 'dd', null, null),
    officer('u-police', 'pc', null, null),
    { ...officer('u-clerk', 'cg', null, null), roles: ['reviewer'] },
    officer('u-away', 'cg', null),
  ],
  groups: [
    group('g-none'),
    group('g-bot', { aibotChatid: 'wr-1' }),
    group('g-hook', { webhookKey: 'k-1' }),
    group('g-app', { appchatId: 'app-1' }),
  ],
  absences: [{ userid: 'u-away', from: '2026-11-24', to: '2026-11-25' }],
})
const OPEN = { canWrite: () => true, isOpen: () => true }
const toPerson = (userid: string) => ({ kind: 'person', userid }) as const

describe('what keeps a message from somebody', () => {
  it.each<readonly [string, string, readonly Hindrance[]]>([
    ['nothing', 'u-good', []],
    ['nothing on the last day of his licence', 'u-last', []],
    ['his licence was over yesterday', 'u-over', ['no-licence']],
    ['an officer of the brigade has no licence', 'u-none', ['no-licence']],
    ['nothing: the police need no licence of ours', 'u-police', []],
    ['nothing: who does not enforce needs no licence', 'u-clerk', []],
    ['he is on leave', 'u-away', ['on-leave']],
    ['the township does not know him', 'u-stranger', ['no-account']],
  ])('%s: %s', (_what, userid, expected) => {
    expect(hindrances(toPerson(userid), HERE, NOON, OPEN)).toEqual(expected)
  })

  it('is told completely: what stops it first', () => {
    const away = { ...HERE, absences: [{ userid: 'u-over', from: '2026-11-24', to: '2026-11-24' }] }
    expect(hindrances(toPerson('u-over'), away, NOON, { ...OPEN, canWrite: () => false })).toEqual([
      'never-wrote',
      'on-leave',
      'no-licence',
    ])
  })

  it.each([
    ['the last minute before his leave', '2026-11-23T23:59:00+08:00', []],
    ['the first minute of his leave', '2026-11-24T00:00:00+08:00', ['on-leave']],
    ['the last minute of his leave', '2026-11-25T23:59:00+08:00', ['on-leave']],
    ['the first minute after his leave', '2026-11-26T00:00:00+08:00', []],
  ])('is his leave by the day of the township: %s', (_when, at, expected) => {
    expect(hindrances(toPerson('u-away'), HERE, new Date(at), OPEN)).toEqual(expected)
  })

  it('asks the doors about him and nobody else', () => {
    const onlyGood = { ...OPEN, canWrite: (userid: string) => userid === 'u-good' }
    expect(['u-good', 'u-last'].map((who) => hindrances(toPerson(who), HERE, NOON, onlyGood))).toEqual([
      [],
      ['never-wrote'],
    ])
  })
})

describe('what keeps a message from a chat', () => {
  it.each([
    ['a group with a chat of the bot', 'g-bot', []],
    ['a group with a robot', 'g-hook', []],
    ['a group with a chat of the app', 'g-app', []],
    ['a group without any address', 'g-none', ['no-address']],
    ['a group the township does not have', 'g-other', ['no-address']],
  ])('%s', (_what, id, expected) => {
    expect(hindrances({ kind: 'group', id }, HERE, NOON, OPEN)).toEqual(expected)
  })

  it.each([
    ['before the window of the villager is over', '2026-11-24T11:59:00+08:00', []],
    ['when it is over', '2026-11-24T12:00:00+08:00', ['window-over']],
  ])('%s', (_when, at, expected) => {
    const isOpen = ({ id }: { id: string }, when: Date) => id === 'v-wang' && when < NOON
    const to = { kind: 'chat', chat: { type: 'single', id: 'v-wang' } } as const
    expect(hindrances(to, HERE, new Date(at), { ...OPEN, isOpen })).toEqual(expected)
  })

  it('nothing keeps it from another system', () => {
    expect(hindrances({ kind: 'hook', town: 'QS', id: 'h' }, HERE, NOON, OPEN)).toEqual([])
  })
})

it.each<readonly [Hindrance, boolean]>([
  ['no-account', true],
  ['never-wrote', true],
  ['no-address', true],
  ['window-over', true],
  ['on-leave', false],
  ['no-licence', false],
])('%s: a message is stopped by it: %s', (hindrance, stops) => {
  expect(STOPS.includes(hindrance)).toBe(stops)
})

it('somebody acts in the group of his chat, whatever other groups there are', () => {
  const to = { to: { kind: 'group', id: 'g-bot' }, fallback: null } as const
  expect(isHere(to, HERE, { userid: 'u-good', chat: 'wr-1' })).toBe(true)
})

it('one person in a unit is enough to hear what its group is told, wherever the others work', () => {
  const people = [...HERE.people, officer('u-sweeper', 'hw', null)]
  const unit = { ...station('hw'), group: 'g-bot' }
  expect([isStaffed(HERE, unit), isStaffed({ ...HERE, people }, unit)]).toEqual([false, true])
})
