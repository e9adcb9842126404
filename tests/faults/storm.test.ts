import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startCore, type Core } from '../../app.ts'
import { putForward, stillClock } from '../../clock.ts'
import { castOf } from '../../config/cast.ts'
import { readEnv } from '../../config/env.ts'
import { loadTowns } from '../../config/township/load.ts'
import type { Notice, Recipient } from '../../domain/notice.ts'
import { makeLog } from '../../log.ts'
import { startSimulator } from '../../simulator/simulator.ts'
import { handOver } from '../services/logs.ts'

const BOT = { id: 'aib-test', secret: 'not-a-secret', name: '哨子' }
const MINUTE = 60_000
const CHATS: readonly Recipient[] = [
  { kind: 'group', id: 'grp-command' },
  { kind: 'group', id: 'grp-leaders' },
  { kind: 'person', userid: 'u-zhangwei' },
  { kind: 'person', userid: 'u-zhouting' },
  { kind: 'person', userid: 'u-chenzhen' },
]

/** Five hundred at once, none of which can be told together with another; every fifth is urgent. */
const storm = (at: Date): Notice[] =>
  Array.from({ length: 500 }, (_, i) => ({
    key: `storm|${i}`,
    ...{ taskId: null, queue: 'dispatch', urgent: i % 5 === 0, reply: null, fallback: null },
    to: CHATS[Math.floor(i / 100)] ?? CHATS[0]!,
    body: { kind: 'greeting', staff: true },
    notBefore: at,
    dueAt: at,
  }))

it('five hundred alerts at once all arrive: WeCom, which would swallow the thirty-first of a minute, never has to', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'shaozi-storm-'))
  const clock = stillClock(new Date('2026-11-24T10:00:00+08:00'))
  const loaded = await loadTowns('config/town')
  if (!loaded.ok) throw new Error('no township')
  const { towns, calendar } = loaded
  const people = towns.flatMap((town) => town.people)
  const simulator = await startSimulator({
    bot: BOT,
    phones: people.map(({ userid, name }) => ({ userid, name, label: name })),
    groups: castOf(towns).groups,
    clock: { now: clock.now, advance: async () => clock.now() },
  })
  simulator.acquaint(people.map(({ userid }) => userid))
  simulator.faults.silentDrop(true)
  const env = readEnv({
    ...{ DATABASE_URL: `file:${dir}/shaozi.db`, DATA_DIR: dir, REDIS_URL: 'none' },
    ...{ WECOM_AIBOT_ID: BOT.id, WECOM_AIBOT_SECRET: BOT.secret, WECOM_AIBOT_WS_URL: simulator.wsUrl },
  })
  if (!env.ok) throw new Error('no settings')
  const [lines, errors]: [string[], string[]] = [[], []]
  const log = makeLog('debug', (line) => {
    lines.push(line)
    if (line.includes('"level":50')) errors.push(line)
  })
  const onFatal = (error: Error) => void errors.push(error.message)
  const open = async (): Promise<Core> => {
    const core = await startCore({ env: env.env, towns, calendar, log, now: clock.now, onFatal })
    await vi.waitUntil(() => core.ctx.channel.states().every(({ up }) => up), { timeout: 20_000 })
    return core
  }
  let core = await open()
  onTestFinished(async () => {
    await core.close()
    await simulator.close()
    await rm(dir, { recursive: true, force: true })
    handOver(lines)
  })
  const forward = (ms: number) =>
    putForward(clock, new Date(clock.now().getTime() + ms), core.nextDue, () => core.jobs.sweep())

  await core.ctx.store.commit({ notices: storm(clock.now()) }, clock.now())
  await core.idle()
  expect(simulator.ledger.peak(MINUTE), 'as fast as it may, and no faster').toBeGreaterThan(20)
  // what went out before a start counts after it
  await core.close()
  core = await open()
  await forward(10 * MINUTE)

  expect(simulator.ledger.dropped()).toBe(0)
  expect(simulator.ledger.peak(MINUTE)).toBeLessThanOrEqual(30)
  for (const chat of ['wrCOMMAND', 'wrLEADERS', 'u-zhangwei', 'u-zhouting', 'u-chenzhen'])
    expect(simulator.chat(chat), chat).toHaveLength(100)
  expect(errors).toEqual([])
})
