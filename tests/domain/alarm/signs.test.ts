import { describe, expect, it } from 'vitest'
import type { Seen } from '../../../domain/alarm/seen.ts'
import { signsOf } from '../../../domain/alarm/signs.ts'

const NOW = new Date('2026-11-24T10:00:00+08:00')
const ago = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000)
const ahead = (days: number): Date => ago(-days)
const GIB = 1024 ** 3

const WELL: Seen = {
  channels: [{ name: 'aibot', up: true }],
  database: 'ok',
  unsent: null,
  redis: 'ok',
  disk: { free: 50 * GIB, size: 100 * GIB },
  backup: { made: ago(1), since: ago(400) },
  chain: { at: ago(0.3), ok: true },
  parked: 0,
  calendarUntil: '2026-12-31',
  certificate: { until: ahead(60) },
  skews: [{ against: 'wecom', seconds: 2 }],
  ends: {},
}

describe('what is wrong with the machine', () => {
  it('is nothing while all is well, and nothing is said of what is not there', () => {
    expect(signsOf(WELL, NOW)).toEqual([])
    const bare = {
      ...WELL,
      redis: 'none',
      disk: null,
      backup: null,
      chain: null,
      parked: null,
      certificate: null,
    } as const
    expect(signsOf({ ...bare, skews: [] }, NOW)).toEqual([])
  })

  it.each<[string, Partial<Seen>, string[]]>([
    [
      'a channel is down',
      {
        channels: [
          { name: 'aibot', up: false },
          { name: 'kf', up: true },
        ],
      },
      ['channel bad aibot'],
    ],
    ['the database is silent', { database: 'away' }, ['database bad ']],
    ['something waits for five minutes', { unsent: 300 }, []],
    ['… and longer', { unsent: 301 }, ['unsent bad ']],
    ['Redis is away', { redis: 'away' }, ['redis warn ']],
    ['Redis is full', { redis: 'full' }, ['redis bad full']],
    ['Redis loses what is in it', { redis: 'evicts' }, ['redis bad evicts']],
    ['a tenth of the disk is left', { disk: { free: 10 * GIB, size: 100 * GIB } }, []],
    ['… and less', { disk: { free: 9.9 * GIB, size: 100 * GIB } }, ['disk warn ']],
    ['hardly anything is left', { disk: { free: GIB / 10, size: 100 * GIB } }, ['disk bad ']],
    ['hardly anything of a small disk', { disk: { free: GIB / 10, size: GIB / 2 } }, ['disk bad ']],
    ['two days without a backup', { backup: { made: ago(2), since: ago(400) } }, []],
    ['… and longer', { backup: { made: ago(2.01), since: ago(400) } }, ['backup bad ']],
    ['never a backup, since yesterday', { backup: { made: null, since: ago(1) } }, []],
    ['never a backup, for three days', { backup: { made: null, since: ago(3) } }, ['backup bad ']],
    ['the log was tampered with', { chain: { at: ago(0.3), ok: false } }, ['chain bad ']],
    ['a message nobody can handle', { parked: 1 }, ['parked warn ']],
    ['no calendar at all', { calendarUntil: null }, ['calendar warn ']],
    ['a calendar that is over', { calendarUntil: '2025-12-31' }, ['calendar warn ']],
    ['a certificate for three weeks', { certificate: { until: ahead(21) } }, []],
    ['… for less', { certificate: { until: ahead(20.9) } }, ['certificate warn ']],
    ['… for days', { certificate: { until: ahead(6) } }, ['certificate bad ']],
    ['an address nobody answers at', { certificate: { fault: 'ETIMEDOUT' } }, ['address warn ETIMEDOUT']],
    ['a clock five minutes ahead', { skews: [{ against: 'wecom', seconds: 300 }] }, []],
    ['… more', { skews: [{ against: 'wecom', seconds: 301 }] }, ['skew bad wecom']],
    ['a clock that is late', { skews: [{ against: 'database', seconds: -400 }] }, ['skew bad database']],
  ])('%s', (_what, more, expected) => {
    const found = signsOf({ ...WELL, ...more }, NOW)
    expect(found.map(({ kind, level, of }) => `${kind} ${level} ${of}`)).toEqual(expected)
  })

  it('is a calendar without next year, from 1 December on', () => {
    const on = (day: string) => signsOf({ ...WELL, backup: null, certificate: null }, new Date(`${day}T00:00:00+08:00`))
    expect(on('2026-11-30')).toEqual([])
    expect(on('2026-12-01')).toMatchObject([{ kind: 'calendar', amount: 30, at: '2026-12-31' }])
  })
})
