import { describe, expect, it } from 'vitest'
import {
  findPerson,
  findTown,
  isCommand,
  isStaffed,
  nameOf,
  unique,
  withRole,
} from '../../../domain/people/directory.ts'
import { isLicensed, mayInvestigate } from '../../../domain/people/licence.ts'
import {
  commandRoom,
  distinct,
  dutyPeople,
  fallbackGroup,
  isHere,
  leaders,
  recipientKey,
  responsible,
  rungRecipients,
  stationGroup,
  toPerson,
  unit,
} from '../../../domain/people/recipients.ts'
import { isSealed } from '../../../domain/people/sealed.ts'
import type { Role, Station } from '../../../domain/town.ts'
import { at, task } from '../../store/samples.ts'
import { station, town } from '../township.ts'

const NOW = at(0)
const person = (userid: string, ...roles: Role[]) => ({
  ...{ userid, name: `${userid} by name`, station: null, roles, licence: null, licenceUntil: null },
})
const group = (id: string) => ({ kind: 'group', id }) as const
const one = (userid: string) => ({ kind: 'person', userid }) as const
const UNIT: Station = { ...station('chengguan'), head: 'u-head', duty: ['u-1', 'u-2'], group: 'grp-unit' }
const SMALL: Station = { ...station('huanwei'), duty: ['u-3'] }
const HERE = town('QS', '青石镇', {
  stations: [UNIT, SMALL, station('empty')],
  people: [
    person('u-room', 'dispatcher'),
    person('u-room2', 'dispatcher'),
    person('u-leader', 'leader'),
    person('u-watch', 'supervisor'),
  ],
  groups: [{ id: 'grp-unit', name: '', aibotChatid: 'wr-unit', webhookKey: null, appchatId: 'app-unit' }],
})
const roomy = { ...HERE, commandRoom: 'grp-room', leaders: 'grp-leaders' }
const away = (userid: string) => ({ absences: [{ userid, from: '2026-11-23', to: '2026-11-23' }] })
const ofUnit = task(1, { lead: 'chengguan', mergedInto: null })

describe('where something is sent', () => {
  it('to a unit: its group, backed by who is on duty; where it has none, the people', () => {
    expect(unit(HERE, UNIT, NOW)).toEqual([{ to: group('grp-unit'), fallback: one('u-1') }])
    expect(unit(HERE, SMALL, NOW)).toEqual([{ to: one('u-3'), fallback: null }])
    expect(dutyPeople(HERE, UNIT, NOW).map(({ fallback }) => fallback)).toEqual([group('grp-unit'), group('grp-unit')])
    expect(stationGroup(HERE, { ...UNIT, duty: [] }, NOW)).toEqual([{ to: group('grp-unit'), fallback: one('u-head') }])
    expect(stationGroup(HERE, { ...UNIT, duty: [], head: null }, NOW)).toEqual([
      { to: group('grp-unit'), fallback: null },
    ])
    expect(stationGroup(HERE, SMALL, NOW)).toEqual([])
  })

  it('to the command room: its group, else its people, else whoever must decide', () => {
    expect(commandRoom(roomy)).toEqual([{ to: group('grp-room'), fallback: one('u-room') }])
    expect(commandRoom({ ...roomy, people: [] })).toEqual([{ to: group('grp-room'), fallback: null }])
    expect(commandRoom(HERE)).toEqual(['u-room', 'u-room2'].map(toPerson))
    expect(commandRoom({ ...HERE, people: [person('a', 'admin'), person('l', 'leader')] })).toEqual([toPerson('l')])
    expect(commandRoom({ ...HERE, people: [person('h', 'head'), person('a', 'admin')] })).toEqual([toPerson('a')])
    expect(commandRoom({ ...HERE, people: [person('h', 'head')] })).toEqual([toPerson('h')])
    expect(commandRoom({ ...HERE, people: [] })).toEqual([])
  })

  it('to the leaders: their group, else each of them', () => {
    expect(leaders(roomy)).toEqual([{ to: group('grp-leaders'), fallback: one('u-leader') }])
    expect(leaders({ ...roomy, people: [] })).toEqual([{ to: group('grp-leaders'), fallback: null }])
    expect(leaders(HERE)).toEqual([toPerson('u-leader')])
  })

  it('to who answers for a case: who signed, unless he is on leave; else who is on duty; of no unit, the command room', () => {
    const signed = { ...ofUnit, holder: 'u-2' }
    expect(responsible(HERE, signed, NOW)).toEqual([{ to: one('u-2'), fallback: group('grp-unit') }])
    expect(responsible({ ...HERE, ...away('u-2') }, signed, NOW)).toEqual([
      { to: one('u-1'), fallback: group('grp-unit') },
    ])
    expect(responsible(HERE, ofUnit, NOW).map(({ to }) => to)).toEqual([one('u-1'), one('u-2')])
    expect(responsible(HERE, { ...ofUnit, lead: 'huanwei', holder: 'u-3' }, NOW)).toEqual([
      { to: one('u-3'), fallback: null },
    ])
    expect(responsible(HERE, { ...ofUnit, lead: null }, NOW)).toEqual(commandRoom(HERE))
  })

  it('to what a rung means; no alert reaches no one', () => {
    const to = (target: Parameters<typeof rungRecipients>[2], change: Partial<typeof ofUnit> = {}, where = roomy) =>
      rungRecipients(where, { ...ofUnit, ...change }, target, NOW).map((each) => recipientKey(each.to))
    expect(to('duty')).toEqual(['p-u-1', 'p-u-2', 'g-grp-unit'])
    expect(to('duty', { lead: null })).toEqual(['g-grp-room'])
    expect(to('station_head')).toEqual(['p-u-head'])
    expect(to('station_head', { lead: 'huanwei' }), 'neither a head nor a group').toEqual(['g-grp-room'])
    expect(to('station_head', { lead: null })).toEqual(['g-grp-room'])
    expect(to('command_room')).toEqual(['g-grp-room'])
    expect(to('leaders')).toEqual(['g-grp-leaders'])
    expect(to('supervisor')).toEqual(['p-u-watch'])
    expect(to('supervisor', {}, { ...roomy, people: [] })).toEqual(['g-grp-room'])
    expect(rungRecipients(roomy, ofUnit, 'station_head', NOW)).toEqual([
      { to: one('u-head'), fallback: group('grp-unit') },
    ])
  })

  it('once to each, and nobody stands in for a message he gets anyway', () => {
    const twice = [
      { to: one('a'), fallback: group('g') },
      { to: one('a'), fallback: null },
      { to: one('b'), fallback: one('a') },
    ]
    expect(distinct(twice)).toEqual([
      { to: one('a'), fallback: group('g') },
      { to: one('b'), fallback: null },
    ])
  })

  it('to the group for what nobody owns, where there is one', () => {
    expect(fallbackGroup({ ...HERE, fallback: { group: 'g' } } as typeof HERE)).toEqual([
      { to: group('g'), fallback: null },
    ])
    expect(fallbackGroup(HERE)).toEqual([])
  })

  it('is here, where somebody acts', () => {
    const place = (chat?: string) => ({ userid: 'u-1', ...(chat === undefined ? {} : { chat }) })
    expect(isHere(toPerson('u-1'), HERE, place())).toBe(true)
    expect(isHere(toPerson('u-2'), HERE, place())).toBe(false)
    expect(isHere({ to: group('grp-unit'), fallback: null }, HERE, place('wr-unit'))).toBe(true)
    expect(isHere({ to: group('grp-unit'), fallback: null }, HERE, place('wr-other'))).toBe(false)
    expect(isHere({ to: group('grp-other'), fallback: null }, HERE, place('wr-unit'))).toBe(false)
  })

  it('has a key of its own for each kind of recipient; a person alone is one, however he is written to', () => {
    expect(recipientKey({ kind: 'chat', chat: { type: 'single', id: 'v' } })).toBe('p-v')
    expect(recipientKey({ kind: 'chat', chat: { type: 'group', id: 'v' } })).toBe('c-v')
    expect(recipientKey({ kind: 'hook', town: 'QS', id: 'v' })).toBe('h-QS-v')
  })
})

describe('the directory', () => {
  const county = {
    towns: [HERE, { ...town('BX', '北溪镇'), people: [{ ...person('u-room', 'leader'), name: 'there' }] }],
  }

  it('knows a person by his township, else by the first that lists him', () => {
    expect(findPerson(county, 'u-room', 'BX')?.person.name).toBe('there')
    expect(findPerson(county, 'u-room')?.town.code).toBe('QS')
    expect(findPerson(county, 'u-room', 'none')?.town.code).toBe('QS')
    expect(findPerson(county, 'nobody')).toBeNull()
    expect(findTown(county, 'BX').name).toBe('北溪镇')
    expect(() => findTown(county, 'XX')).toThrow('XX')
  })

  it('names people, and finds them by role', () => {
    expect([nameOf(HERE, 'u-room'), nameOf(HERE, 'x'), nameOf(HERE, null)]).toEqual(['u-room by name', null, null])
    expect(withRole(HERE, 'dispatcher')).toEqual(['u-room', 'u-room2'])
    expect(['dispatcher', 'leader', 'supervisor'].map((role) => isCommand(person('p', role as Role)))).toEqual([
      true,
      true,
      false,
    ])
    expect(unique(['a', 'b', 'a'])).toEqual(['a', 'b'])
  })

  it('knows in which units nobody would hear', () => {
    const alone = { ...station('x'), group: 'g' }
    expect(isStaffed(HERE, station('x'))).toBe(false)
    expect(isStaffed(HERE, { ...station('x'), head: 'u' })).toBe(true)
    expect(isStaffed(HERE, { ...station('x'), duty: ['u'] })).toBe(true)
    expect(isStaffed(HERE, alone), 'a group in which nobody works').toBe(false)
    const worker = { ...person('u'), station: 'x' }
    expect(isStaffed({ ...HERE, people: [worker] }, alone)).toBe(true)
    expect(isStaffed({ ...HERE, people: [worker] }, station('x')), 'somebody works there whom no group reaches').toBe(
      false,
    )
  })

  it('tells sealed names from others', () => {
    expect(['r-1', 'u-r-1', ''].map(isSealed)).toEqual([true, false, false])
  })
})

describe('a licence', () => {
  const until = (licence: string | null, licenceUntil: string | null) =>
    isLicensed({ licence, licenceUntil }, '2026-11-24')
  it('is valid through its last day, without an end for ever, and not at all without a number', () => {
    expect(until('执法-1', '2026-11-24')).toBe(true)
    expect(until('执法-1', '2026-11-23')).toBe(false)
    expect(until('执法-1', null)).toBe(true)
    expect([until('', null), until(null, null), until(null, '2027-01-01')]).toEqual([false, false, false])
  })

  it('lets officers and heads investigate, and nobody else', () => {
    const by = (role: Role, licence: string | null) => mayInvestigate({ ...person('p', role), licence }, '2026-11-24')
    expect([by('officer', '1'), by('head', '1'), by('leader', '1'), by('officer', null)]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
