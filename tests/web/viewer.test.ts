import { describe, expect, it } from 'vitest'
import type { Role } from '../../domain/town.ts'
import { reachesStaff } from '../../web/reach.ts'
import { sees, viewerOf } from '../../web/viewer.ts'
import { task } from '../store/samples.ts'
import { station, town } from '../domain/township.ts'

const person = (userid: string, at: string | null, ...roles: Role[]) => ({
  ...{ userid, name: `${userid} by name`, station: at, roles, licence: null, licenceUntil: null },
})
const QS = town('QS', '青石镇', {
  stations: [station('chengguan'), station('other')],
  people: [
    person('u-unit', 'chengguan', 'officer'),
    person('u-other', 'other', 'head'),
    person('u-room', null, 'dispatcher'),
    person('u-leader', null, 'leader'),
    person('u-watch', null, 'supervisor'),
    person('u-reviewer', 'chengguan', 'reviewer'),
    person('u-admin', 'chengguan', 'admin'),
    person('u-both', null, 'admin', 'officer'),
    person('u-helper', 'chengguan', 'admin', 'officer'),
    person('u-security', 'chengguan', 'security'),
    person('u-auditor', 'chengguan', 'auditor'),
  ],
})
const BX = town('BX', '北溪镇', { people: [person('u-unit', null, 'leader')] })
const COUNTY = { towns: [QS, BX] }
const ofUnit = task(1, { assist: [], mergedInto: null, reporters: [] })
const seesIt = (userid: string, of = ofUnit) => {
  const viewer = viewerOf(COUNTY, userid)
  return viewer !== null && sees(viewer, of)
}

describe('who looks at the pages', () => {
  it('is whoever a township lists, with his roles and places in each', () => {
    const viewer = viewerOf(COUNTY, 'u-unit')
    expect(viewer).toMatchObject({ name: 'u-unit by name', roles: ['officer', 'leader'] })
    expect(viewer?.places.map(({ town: { code }, all, station: at }) => [code, all, at])).toEqual([
      ['QS', false, 'chengguan'],
      ['BX', true, null],
    ])
    expect(viewerOf(COUNTY, 'v-villager')).toBeNull()
  })

  it.each([
    ['u-unit', true],
    ['u-other', false],
    ['u-room', true],
    ['u-leader', true],
    ['u-watch', true],
    ['u-reviewer', true],
    ['u-admin', false],
    ['u-both', false],
    ['u-helper', true],
    ['u-security', false],
    ['u-auditor', false],
  ])('%s sees a case of 城管: %s', (userid, seen) => {
    expect(seesIt(userid)).toBe(seen)
  })

  it('sees no case of a township that does not list him', () => {
    expect(seesIt('u-room', { ...ofUnit, town: 'BX' })).toBe(false)
    expect(seesIt('u-unit', { ...ofUnit, town: 'BX', lead: null })).toBe(true)
    expect(seesIt('u-room', { ...ofUnit, town: 'XX' })).toBe(false)
  })

  it.each(['dispatcher', 'leader', 'supervisor'] as const)('sees all of it as a %s', (role) => {
    const only = { towns: [{ ...QS, people: [person('u', null, role)] }] }
    expect(viewerOf(only, 'u')?.places[0]?.all).toBe(true)
  })
})

describe('a code', () => {
  const by = (...states: { name: string; up: boolean }[]) =>
    reachesStaff({ ctx: { channel: { states: () => states } } } as unknown as Parameters<typeof reachesStaff>[0])

  it('reaches staff by the bot or the app, while it is up; villagers’ doors and groups do not count', () => {
    expect(by({ name: 'aibot', up: true })).toBe(true)
    expect(by({ name: 'aibot', up: false }, { name: 'app', up: true })).toBe(true)
    expect(by({ name: 'aibot', up: false })).toBe(false)
    expect(by({ name: 'kf', up: true }, { name: 'webhook', up: true })).toBe(false)
    expect(by()).toBe(false)
  })
})
