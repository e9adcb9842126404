import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeLimiter } from '../../bot/aibot/limiter.ts'

const T = Date.parse('2026-11-24T02:00:00Z')
const at = (seconds: number) => new Date(T + seconds * 1000)

/** Sends one message at each of these seconds; says which went out. */
function run(seconds: readonly number[], urgent = false, chat = 'c'): boolean[] {
  const limiter = makeLimiter()
  return seconds.map((s) => limiter.take(chat, 1, urgent, at(s)).ok)
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
    const limiter = makeLimiter()
    for (let i = 0; i < 24; i += 1) expect(limiter.take('c', 1, false, at(0)).ok).toBe(true)
    expect(limiter.take('c', 1, false, at(1)).ok).toBe(false)
    for (let i = 0; i < 4; i += 1) expect(limiter.take('c', 1, true, at(1)).ok).toBe(true)
    expect(limiter.take('c', 1, true, at(1))).toEqual({ ok: false, until: at(62) })
  })

  it('says when the next one may go, and keeps its word', () => {
    const limiter = makeLimiter()
    for (let i = 0; i < 24; i += 1) limiter.take('c', 1, false, at(i))
    expect(limiter.take('c', 1, false, at(30))).toEqual({ ok: false, until: at(62) })
    expect(limiter.take('c', 3, false, at(30))).toEqual({ ok: false, until: at(64) })
    expect(limiter.take('c', 1, false, at(62)).ok).toBe(true)
  })

  it('books several parts together or not at all', () => {
    const limiter = makeLimiter()
    expect(limiter.take('c', 20, false, at(0)).ok).toBe(true)
    expect(limiter.take('c', 5, false, at(1)).ok).toBe(false)
    expect(limiter.take('c', 4, false, at(1)).ok).toBe(true)
  })

  it('lets more parts than a minute holds go once the chat was silent', () => {
    const limiter = makeLimiter()
    expect(limiter.take('c', 30, false, at(0)).ok).toBe(true)
    expect(limiter.take('c', 30, false, at(30))).toEqual({ ok: false, until: at(62) })
  })

  it('holds for an hour too', () => {
    const steady = Array.from({ length: 2000 }, (_, i) => i * 1.5)
    expect(count(run(steady.filter((s) => s < 3600)))).toBeLessThanOrEqual(950)
  })

  it("is each chat's own", () => {
    const limiter = makeLimiter()
    for (let i = 0; i < 24; i += 1) limiter.take('a', 1, false, at(0))
    expect(limiter.take('a', 1, false, at(0)).ok).toBe(false)
    expect(limiter.take('b', 1, false, at(0)).ok).toBe(true)
  })

  it('survives a clock set back: nothing is blocked for longer than before', () => {
    const limiter = makeLimiter()
    for (let i = 0; i < 24; i += 1) limiter.take('c', 1, false, at(86_400))
    const refused = limiter.take('c', 1, false, at(0))
    expect(refused).toEqual({ ok: false, until: at(62) })
    expect(limiter.take('c', 1, false, at(62)).ok).toBe(true)
  })

  it('never lets more than the platform takes through any minute or hour', () => {
    const gaps = fc.array(fc.record({ gap: fc.nat(4000), urgent: fc.boolean() }), { minLength: 100, maxLength: 1500 })
    fc.assert(
      fc.property(gaps, (tries) => {
        const limiter = makeLimiter()
        const sent: number[] = []
        let now = T
        for (const { gap, urgent } of tries) {
          now += gap
          if (limiter.take('c', 1, urgent, new Date(now)).ok) sent.push(now)
        }
        for (const [i, end] of sent.entries()) {
          expect(sent.slice(0, i + 1).filter((t) => t > end - 60_000).length).toBeLessThanOrEqual(28)
          expect(sent.slice(0, i + 1).filter((t) => t > end - 3_600_000).length).toBeLessThanOrEqual(950)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('forgets the chats used longest ago', () => {
    const limiter = makeLimiter()
    for (let i = 0; i < 30_000; i += 1) limiter.take(`c${i}`, 1, false, at(0))
    expect(limiter.chats()).toBeLessThanOrEqual(20_000)
  })
})
