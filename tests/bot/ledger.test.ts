import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeLedger, type QuotaLedger } from '../../bot/quota/ledger.ts'
import { quotasFor, type QuotaName } from '../../bot/quota/quotas.ts'

const T = Date.parse('2026-11-24T02:00:00Z')
const at = (seconds: number) => new Date(T + seconds * 1000)
const chats = (ledger: QuotaLedger = makeLedger()) => ({
  take: (chat: string, count: number, urgent: boolean, now: Date) =>
    ledger.take('aibot-chat', chat, count, urgent, now),
})

/** Sends one message at each of these seconds; says which went out. */
function run(seconds: readonly number[], urgent = false, chat = 'c'): boolean[] {
  const ledger = chats()
  return seconds.map((s) => ledger.take(chat, 1, urgent, at(s)).ok)
}

const count = (oks: readonly boolean[]) => oks.filter((ok) => ok).length

describe('the limit of a chat', () => {
  it.each([
    ['normal messages at once', 40, false, 24],
    ['urgent messages at once', 40, true, 28],
  ])('%s', (_what, sent, urgent, through) => {
    expect(
      count(
        run(
          Array.from({ length: sent }, () => 0),
          urgent,
        ),
      ),
    ).toBe(through)
  })

  it('leaves the last four of a minute to what is urgent', () => {
    const ledger = chats()
    for (let i = 0; i < 24; i += 1) expect(ledger.take('c', 1, false, at(0)).ok).toBe(true)
    expect(ledger.take('c', 1, false, at(1)).ok).toBe(false)
    for (let i = 0; i < 4; i += 1) expect(ledger.take('c', 1, true, at(1)).ok).toBe(true)
    expect(ledger.take('c', 1, true, at(1))).toEqual({ ok: false, until: at(62) })
  })

  it('says when the next one may go, and keeps its word', () => {
    const ledger = chats()
    for (let i = 0; i < 24; i += 1) ledger.take('c', 1, false, at(i))
    expect(ledger.take('c', 1, false, at(30))).toEqual({ ok: false, until: at(62) })
    expect(ledger.take('c', 3, false, at(30))).toEqual({ ok: false, until: at(64) })
    expect(ledger.take('c', 1, false, at(62)).ok).toBe(true)
  })

  it('books several parts together or not at all', () => {
    const ledger = chats()
    expect(ledger.take('c', 20, false, at(0)).ok).toBe(true)
    expect(ledger.take('c', 5, false, at(1)).ok).toBe(false)
    expect(ledger.take('c', 4, false, at(1)).ok).toBe(true)
  })

  it('lets more parts than a minute holds go once the chat was silent', () => {
    const ledger = chats()
    expect(ledger.take('c', 30, false, at(0)).ok).toBe(true)
    expect(ledger.take('c', 30, false, at(30))).toEqual({ ok: false, until: at(62) })
  })

  it('holds for an hour too', () => {
    const steady = Array.from({ length: 2000 }, (_, i) => i * 1.5)
    expect(count(run(steady.filter((s) => s < 3600)))).toBeLessThanOrEqual(950)
  })

  it("is each chat's own", () => {
    const ledger = chats()
    for (let i = 0; i < 24; i += 1) ledger.take('a', 1, false, at(0))
    expect(ledger.take('a', 1, false, at(0)).ok).toBe(false)
    expect(ledger.take('b', 1, false, at(0)).ok).toBe(true)
  })

  it('survives a clock set back: nothing is blocked for longer than before', () => {
    const ledger = chats()
    for (let i = 0; i < 24; i += 1) ledger.take('c', 1, false, at(86_400))
    const refused = ledger.take('c', 1, false, at(0))
    expect(refused).toEqual({ ok: false, until: at(62) })
    expect(ledger.take('c', 1, false, at(62)).ok).toBe(true)
  })

  it('never lets more than the platform takes through any minute or hour', () => {
    const gaps = fc.array(fc.record({ gap: fc.nat(4000), urgent: fc.boolean() }), { minLength: 100, maxLength: 1500 })
    fc.assert(
      fc.property(gaps, (tries) => {
        const ledger = chats()
        const sent: number[] = []
        let now = T
        for (const { gap, urgent } of tries) {
          now += gap
          if (ledger.take('c', 1, urgent, new Date(now)).ok) sent.push(now)
        }
        for (const [i, end] of sent.entries()) {
          expect(sent.slice(0, i + 1).filter((t) => t > end - 60_000).length).toBeLessThanOrEqual(28)
          expect(sent.slice(0, i + 1).filter((t) => t > end - 3_600_000).length).toBeLessThanOrEqual(950)
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('the quotas', () => {
  const names = Object.keys(quotasFor(50)) as QuotaName[]

  it.each([
    ['aibot-chat', 60, 30],
    ['aibot-chat', 3600, 1000],
    ['app-member', 60, 30],
    ['app-member', 3600, 1000],
    ['appchat-member', 60, 200],
    ['appchat-member', 86_400, 10_000],
    ['robot', 60, 20],
  ] as const)('%s in %i s stay below the %i of the platform, urgent or not', (quota, seconds, platform) => {
    const ledger = makeLedger()
    const step = (seconds * 1000) / (platform * 1.2)
    const times = Array.from({ length: platform * 3 }, (_, i) => T + i * step)
    const sent = times.filter((t, i) => ledger.take(quota, 'k', 1, i % 2 === 0, new Date(t)).ok)
    const fullest = Math.max(...sent.map((t, i) => i + 1 - sent.findIndex((s) => s > t - seconds * 1000)))
    expect(fullest).toBeLessThan(platform)
    expect(fullest).toBeGreaterThan(platform * 0.5)
  })

  it.each(names)('%s leave room for what is urgent', (quota) => {
    for (const limit of quotasFor(50)[quota]) expect(limit.urgent).toBeGreaterThanOrEqual(limit.normal)
    const ledger = makeLedger()
    while (ledger.take(quota, 'k', 1, false, at(0)).ok);
    expect(ledger.take(quota, 'k', 1, true, at(0)).ok).toBe(true)
  })

  it('of a natural day begin again at midnight in Shanghai', () => {
    const ledger = makeLedger({ people: 1 })
    const late = new Date('2026-11-24T15:59:59Z')
    while (ledger.take('app-day', 'app', 1, true, late).ok);
    const midnight = new Date('2026-11-24T16:00:00Z')
    expect(ledger.take('app-day', 'app', 1, true, late)).toEqual({ ok: false, until: midnight })
    expect(ledger.take('app-day', 'app', 1, true, midnight).ok).toBe(true)
  })

  it('of several kinds are taken together or not at all', () => {
    const ledger = makeLedger()
    const uses = [
      { quota: 'app-member', key: 'u', count: 20 },
      { quota: 'app-day', key: 'app', count: 20 },
    ] as const
    expect(ledger.takeAll(uses, false, at(0)).ok).toBe(true)
    expect(ledger.takeAll(uses, false, at(1))).toEqual({ ok: false, until: at(62) })
    expect(ledger.usage(at(1)).find((u) => u.quota === 'app-day')?.total).toBe(20)
  })

  it('know after a restart what went out before', () => {
    const ledger = makeLedger()
    ledger.seed(Array.from({ length: 15 }, (_, i) => ({ quota: 'robot' as const, key: 'k', count: 1, at: at(i) })))
    expect(ledger.take('robot', 'k', 1, false, at(20))).toEqual({ ok: false, until: at(62) })
  })

  it('are shown without saying whose they are', () => {
    const ledger = makeLedger()
    for (let i = 0; i < 20; i += 1) ledger.take('robot', 'secret-key', 1, false, at(i))
    const usage = ledger.usage(at(20))
    expect(JSON.stringify(usage)).not.toContain('secret-key')
    expect(usage).toContainEqual({ quota: 'robot', fullest: 15 / 18, waits: 5, total: 15 })
    expect(ledger.usage(at(200))).toContainEqual({ quota: 'robot', fullest: 0, waits: 5, total: 15 })
  })

  it('forget whoever was written to longest ago', () => {
    const ledger = makeLedger()
    for (let i = 0; i < 18; i += 1) ledger.take('robot', 'first', 1, true, at(0))
    for (let i = 0; i < 20_000; i += 1) ledger.take('robot', `r${i}`, 1, false, at(0))
    expect(ledger.take('robot', 'first', 1, false, at(0)).ok).toBe(true)
  })
})
