import { expect, it, vi } from 'vitest'
import type { Notice } from '../../domain/notice.ts'
import type { Recipient } from '../../domain/recipient.ts'
import { isUp, openBotTown } from './bot.ts'

const MINUTE = 60_000
const CHATS: Readonly<Record<string, Recipient>> = {
  wrCOMMAND: { kind: 'group', id: 'grp-command' },
  wrLEADERS: { kind: 'group', id: 'grp-leaders' },
  'u-zhangwei': { kind: 'person', userid: 'u-zhangwei' },
  'u-zhouting': { kind: 'person', userid: 'u-zhouting' },
  'u-chenzhen': { kind: 'person', userid: 'u-chenzhen' },
}

/** So many to each of five chats, none of which can be told together with another; every fifth is urgent. */
const storm = (at: Date, name: string, each: number): Notice[] =>
  Object.values(CHATS).flatMap((to, chat) =>
    Array.from({ length: each }, (_, i) => ({
      key: `${name}|${chat}|${i}`,
      ...{ taskId: null, queue: 'dispatch', urgent: i % 5 === 0, reply: null, fallback: null },
      to,
      body: { kind: 'greeting', staff: true },
      notBefore: at,
      dueAt: at,
    })),
  )

it('five hundred alerts at once all arrive: WeCom, which would swallow the thirty-first of a minute, never has to', async () => {
  const town = await openBotTown()
  const { simulator, clock } = town
  simulator.faults.silentDrop(true)
  const open = async () => {
    const core = await town.start()
    await vi.waitUntil(() => isUp(core), { timeout: 20_000 })
    return core
  }
  const core = await open()
  await core.ctx.store.commit({ notices: storm(clock.now(), 'storm', 100) }, clock.now())
  await core.idle()
  expect(simulator.ledger.peak(MINUTE), 'as fast as it may, and no faster').toBeGreaterThan(20)
  // what went out before a start counts after it
  await town.stop()
  const again = await open()
  await again.ctx.store.commit({ notices: storm(clock.now(), 'more', 20) }, clock.now())
  await again.idle()
  await town.forward(10 * MINUTE)

  expect(simulator.ledger.dropped()).toBe(0)
  expect(simulator.ledger.peak(MINUTE)).toBeLessThanOrEqual(30)
  for (const chat of Object.keys(CHATS)) expect(simulator.chat(chat), chat).toHaveLength(120)
  expect(town.errors).toEqual([])
})
