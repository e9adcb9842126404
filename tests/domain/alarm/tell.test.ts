import { describe, expect, it } from 'vitest'
import type { AlarmItem, AlarmKind } from '../../../domain/alarm/kinds.ts'
import { alarmNotices, isReached } from '../../../domain/alarm/tell.ts'
import type { Group, Person, Role, Town } from '../../../domain/town.ts'
import { recipientKey } from '../../../domain/people/recipients.ts'
import { town } from '../township.ts'

const person = (userid: string, role: Role): Person => ({
  ...{ userid, name: userid, station: null, roles: [role], licence: null, licenceUntil: null },
})
const TOWN = town('QS', '青石镇', {
  people: [person('u-supervisor', 'supervisor'), person('u-dispatcher', 'dispatcher')],
  groups: [{ id: 'grp-command', name: '指挥室', aibotChatid: 'wr1', webhookKey: null, appchatId: null }],
  commandRoom: 'grp-command',
})
const NOW = new Date('2026-11-24T02:00:00Z')
const item = (kind: AlarmKind): AlarmItem => ({
  state: 'begun',
  sign: { kind, of: '', level: 'bad', amount: null, at: null },
  since: NOW.toISOString(),
  until: null,
})
const told = (town: Town, ...kinds: readonly AlarmKind[]) =>
  alarmNotices(town, kinds.map(item), NOW).map(({ to, body, urgent }) => ({
    to: recipientKey(to),
    kinds: body.kind === 'alarm' ? body.items.map(({ sign }) => sign.kind) : [],
    urgent,
  }))

describe('who hears of it', () => {
  it('is the command room, in one message', () => {
    expect(told(TOWN, 'disk', 'backup')).toEqual([
      { to: `g-${TOWN.commandRoom}`, kinds: ['disk', 'backup'], urgent: false },
    ])
  })

  it('are the supervisors, too, when the log was tampered with, and of nothing else', () => {
    const all = told(TOWN, 'disk', 'chain')
    expect(all[0]).toMatchObject({ kinds: ['disk', 'chain'] })
    expect(all.slice(1).map(({ to }) => to)).toEqual(['p-u-supervisor'])
    for (const one of all.slice(1)) expect(one.kinds).toEqual(['chain'])
  })

  it('is somebody where no command room is named', () => {
    expect(told({ ...TOWN, commandRoom: null }, 'disk').map(({ to }) => to)).toEqual(['p-u-dispatcher'])
  })

  it('is a group of two townships once', () => {
    const keys = [TOWN, { ...TOWN, code: 'YY' }]
      .flatMap((town) => alarmNotices(town, [item('disk')], NOW))
      .map(({ key }) => key)
    expect(new Set(keys).size).toBe(1)
  })

  it('is nobody when there is nothing to say', () => {
    expect(told(TOWN)).toEqual([])
  })
})

describe('is a command room reached?', () => {
  const withGroup = (more: Partial<Group>): Town => ({
    ...TOWN,
    people: TOWN.people.map((person) => ({ ...person, roles: [] })),
    groups: TOWN.groups.map((group) =>
      group.id === TOWN.commandRoom
        ? { ...group, aibotChatid: null, webhookKey: null, appchatId: null, ...more }
        : group,
    ),
  })

  it.each<[string, Partial<Group>, readonly string[], boolean]>([
    ['by the bot', { aibotChatid: 'wr1' }, ['aibot'], true],
    ['by the bot, while that is away', { aibotChatid: 'wr1' }, ['webhook', 'kf'], false],
    ['by its robot instead', { aibotChatid: 'wr1', webhookKey: 'key' }, ['webhook'], true],
    ['by the app chat', { appchatId: 'chat' }, ['appchat'], true],
    ['by nothing', {}, ['aibot', 'webhook', 'appchat'], false],
  ])('%s', (_how, group, up, expected) => {
    expect(isReached(withGroup(group), up)).toBe(expected)
  })
})
