import { beforeAll, describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { left } from '../../domain/notice/window.ts'
import { hindrances, type Hindrance } from '../../domain/people/reach.ts'
import type { Recipient } from '../../domain/recipient.ts'
import type { Town } from '../../domain/town.ts'

const NOW = new Date('2026-11-24T10:00:00+08:00')
const hours = (n: number): Date => new Date(NOW.getTime() - n * 3_600_000)
const doors = { canWrite: (userid: string) => userid !== 'u-liqiang', isOpen: () => false }

describe('who would not hear of it', () => {
  let town: Town
  beforeAll(async () => {
    const loaded = await loadTowns('config/town')
    if (!loaded.ok || !loaded.towns[0]) throw new Error('no sample')
    town = { ...loaded.towns[0], absences: [{ userid: 'u-zhangwei', from: '2026-11-24', to: '2026-11-25' }] }
  })

  it.each<readonly [string, Recipient, readonly Hindrance[]]>([
    ['somebody who never wrote', { kind: 'person', userid: 'u-liqiang' }, ['never-wrote']],
    ['somebody on leave', { kind: 'person', userid: 'u-zhangwei' }, ['on-leave']],
    ['somebody who is not in the township', { kind: 'person', userid: 'u-nobody' }, ['no-account']],
    ['a group nobody entered', { kind: 'group', id: 'grp-none' }, ['no-address']],
    [
      'a villager whose window is shut',
      { kind: 'chat', chat: { type: 'single', id: 'v', via: 'kf' } },
      ['window-over'],
    ],
  ])('%s', (_who, to, expected) => {
    expect(hindrances(to, town, NOW, doors)).toEqual(expected)
  })

  it.each([
    ['he wrote just now', hours(0), 0, 5],
    ['he was sent three', hours(1), 3, 2],
    ['he was sent all', hours(1), 5, 0],
    ['it is two days ago', hours(48), 0, 0],
    ['he never wrote', null, 0, 0],
  ])('%s: so many may be sent', (_what, wroteAt, sent, expected) => {
    expect(left({ wroteAt, sent }, NOW)).toBe(expected)
  })
})
