import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Measured } from '../../web/measured.ts'
import { makeMetrics } from '../../web/metrics.ts'

const NOW = '2026-11-24T02:00:00.000Z'
const measured: Measured = {
  ready: {
    ...{ ok: false, database: 'ok', queue: 'local', redis: {}, channels: [], oldestUnsentSeconds: 7, waiting: 3 },
    ...{ calendarKnownUntil: '2026-12-31', alarms: [], now: NOW, leads: true, backedUp: null, drilled: null },
  },
  seen: {
    channels: [
      { name: 'aibot', up: false },
      { name: 'kf', up: true },
    ],
    ...{ database: 'ok', unsent: 7, redis: 'away', disk: { free: 5, size: 10 }, backup: null, chain: null, parked: 1 },
    ...{ calendarUntil: '2026-12-31', certificate: { until: new Date('2026-12-01T03:00:00Z') } },
    ...{ skews: [{ against: 'wecom', seconds: -3 }], ends: { licence: 12, delegation: -1, mentor: 4 } },
  },
  standing: ['channel'],
  census: {
    cases: [{ town: 'QS', count: 4 }],
    inbox: [{ status: 'parked', count: 2 }],
    outbox: [{ status: 'waiting', queue: 'replies', count: 3 }],
  },
  backlog: 9,
  handled: { done: 5, failed: 1 },
  quotas: [{ quota: 'aibot-chat', fullest: 0.5, waits: 1, total: 8 }],
  backupAge: 60,
}

const text = (found: Measured | null) =>
  makeMetrics({
    measure: () => Promise.resolve(found),
    refused: () => ({ replayed: 2 }),
    limited: () => ({ login: 1 }),
  }).text()

const namesIn = (words: string) =>
  [...new Set([...words.matchAll(/\bshaozi_[a-z_]*[a-z]\b(?!_)/gu)].map(([name]) => name))].toSorted()

describe('/metrics', () => {
  it('has every name the documentation has, and no other', async () => {
    const documented = namesIn(readFileSync('docs/metrics.zh-CN.md', 'utf8'))
    expect(namesIn(await text(measured))).toEqual(documented)
  })

  it.each([
    'shaozi_alarm_standing{kind="channel"} 1',
    'shaozi_alarm_standing{kind="disk"} 0',
    'shaozi_channel_up{channel="aibot"} 0',
    'shaozi_redis_up 0',
    'shaozi_days_until_end{what="calendar"} 37',
    'shaozi_days_until_end{what="certificate"} 7',
    'shaozi_days_until_end{what="delegation"} -1',
    'shaozi_cases_open{town="QS"} 4',
    'shaozi_inbox_messages{status="pending"} 0',
    'shaozi_outbox_messages{status="waiting",queue="replies"} 3',
    'shaozi_handled_messages_total{outcome="failed"} 1',
    'shaozi_limited_requests_total{limit="login"} 1',
    'shaozi_clock_skew_seconds{against="wecom"} -3',
  ])('says %s', async (line) => {
    expect((await text(measured)).split('\n')).toContain(line)
  })

  it('is of the process alone while nothing runs, and of nothing that is not there', async () => {
    expect(await text(null)).not.toContain('shaozi_cases_open{')
    const none = { ...measured, seen: { ...measured.seen, redis: 'none', disk: null } as const, backupAge: null }
    expect(await text(none)).not.toMatch(/^shaozi_(?:redis_up|disk_free_bytes|backup_age_seconds) /mu)
  })
})
