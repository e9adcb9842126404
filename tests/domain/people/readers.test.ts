import { describe, expect, it } from 'vitest'
import { concernsGroup, groupIn, isReporter, mayHear, mayRead } from '../../../domain/people/audience.ts'
import type { Role } from '../../../domain/town.ts'
import { task } from '../../store/samples.ts'
import { station, town } from '../township.ts'

const person = (userid: string, at: string | null, ...roles: Role[]) => ({
  ...{ userid, name: userid, station: at, roles, licence: null, licenceUntil: null },
})
const group = (id: string, more: object = {}) => ({
  id,
  name: id,
  aibotChatid: `wr-${id}`,
  webhookKey: null,
  appchatId: null,
  ...more,
})

const HERE = town('QS', '青石镇', {
  stations: [
    { ...station('chengguan'), group: 'grp-chengguan' },
    { ...station('huanwei'), group: 'grp-huanwei' },
    { ...station('mentor'), group: 'grp-mentor' },
    { ...station('other'), group: 'grp-other' },
  ],
  people: [
    person('u-lead', 'chengguan', 'officer'),
    person('u-assist', 'huanwei', 'officer'),
    person('u-guide', 'mentor', 'officer'),
    person('u-other', 'other', 'head'),
    person('u-nowhere', null, 'officer'),
    person('u-room', null, 'dispatcher'),
    person('u-leader', null, 'leader'),
    person('u-watch', null, 'supervisor'),
    person('u-admin', null, 'admin'),
    person('u-security', null, 'security'),
    person('u-auditor', null, 'auditor'),
    person('u-reviewer', null, 'reviewer'),
  ],
  groups: [
    ...['grp-chengguan', 'grp-huanwei', 'grp-mentor', 'grp-other', 'grp-room', 'grp-leaders'].map((id) => group(id)),
    group('grp-app', { aibotChatid: null, appchatId: 'app-1' }),
  ],
  commandRoom: 'grp-room',
  leaders: 'grp-leaders',
})
const plain = task(1, { assist: ['huanwei'], shield: 'none', mergedInto: null })
const guided = { ...plain, understood: { by: 'rules', confidence: 1, guide: 'mentor' } } as unknown as typeof plain

describe('who may read of a case', () => {
  it.each([
    ['u-villager', true],
    ['u-lead', true],
    ['u-assist', true],
    ['u-guide', false],
    ['u-other', false],
    ['u-nowhere', false],
    ['u-room', true],
    ['u-leader', true],
    ['u-watch', true],
    ['u-admin', true],
    ['u-security', false],
    ['u-auditor', false],
    ['u-reviewer', false],
    ['v-stranger', false],
  ])('%s: %s', (userid, reads) => {
    expect(mayRead(plain, HERE, userid)).toBe(reads)
  })

  it('who guides the unit does, too', () => {
    expect(mayRead(guided, HERE, 'u-guide')).toBe(true)
    expect(mayRead({ ...guided, lead: null }, HERE, 'u-nowhere'), 'nobody is of no unit').toBe(false)
  })

  it('its reporter is who reported it, and nobody else', () => {
    expect([isReporter(plain, 'u-villager'), isReporter(plain, 'u-room')]).toEqual([true, false])
    expect(isReporter({ ...plain, reporters: [] }, 'u-villager')).toBe(false)
  })
})

describe('what a group hears', () => {
  const chat = (id: string) => ({ type: 'group', id }) as const

  it.each([
    ['wr-grp-chengguan', true],
    ['wr-grp-huanwei', true],
    ['wr-grp-mentor', false],
    ['wr-grp-other', false],
    ['wr-grp-room', true],
    ['wr-grp-leaders', true],
    ['wr-nobody', false],
  ])('%s: %s', (id, hears) => {
    expect([concernsGroup(plain, HERE, chat(id)), mayHear(plain, HERE, chat(id))]).toEqual([hears, hears])
  })

  it('is nothing of what was told in confidence, or without a name', () => {
    for (const shield of ['confidential', 'anonymous'] as const)
      expect(mayHear({ ...plain, shield }, HERE, chat('wr-grp-chengguan')), shield).toBe(false)
    expect(mayHear({ ...plain, shield: 'confidential' }, HERE, { type: 'single', id: 'u-room' })).toBe(true)
  })

  it('is what was told in it, wherever it goes', () => {
    const toldThere = { ...plain, reporters: [{ userid: 'u-villager', chat: chat('wr-grp-other') }] }
    expect(concernsGroup(toldThere, HERE, chat('wr-grp-other'))).toBe(true)
    const alone = { ...plain, reporters: [{ userid: 'u-villager', chat: { type: 'single', id: 'wr-x' } as const }] }
    expect(concernsGroup(alone, HERE, chat('wr-x'))).toBe(false)
  })

  it('is known by either of its chats', () => {
    expect([groupIn(HERE, { id: 'app-1' }), groupIn(HERE, { id: 'wr-grp-room' }), groupIn(HERE, { id: 'x' })]).toEqual([
      'grp-app',
      'grp-room',
      null,
    ])
    expect(concernsGroup(guided, HERE, chat('wr-grp-mentor'))).toBe(true)
  })
})
