import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TIMING } from '../../bot/aibot/timing.ts'
import { Bench, type BenchOptions } from '../bot/bench.ts'
import { Platform } from '../bot/platform.ts'
import { ACCEPTED, NOW, row } from '../bot/samples.ts'
import { openProxy, type Proxy } from './proxy.ts'

const SAYS = { from: { userid: 'v-1' }, msgtype: 'text', text: { content: '有人占道' } }

describe('the line of the AI bot', () => {
  let platform: Platform
  let proxy: Proxy
  let bench: Bench

  beforeEach(async () => {
    platform = await Platform.start()
    proxy = await openProxy(platform.port)
  })
  afterEach(async () => {
    await bench.close()
    await proxy.close()
  })
  const up = async (timing: BenchOptions['timing'] = {}) => {
    bench = await Bench.up({ platform, wsUrl: `ws://127.0.0.1:${proxy.port}`, timing })
    await platform.frame('aibot_subscribe')
  }
  const heard = (count: number) => bench.until(() => bench.inbound.length === count)

  it('that is open and dead is found out and replaced, and what comes then is heard', async () => {
    await up({ heartbeat: 20 })
    proxy.halfOpen()
    await platform.frame('aibot_subscribe')
    await bench.bot.whenUp()
    platform.push('aibot_msg_callback', { msgid: 'M2', ...SAYS })
    await heard(1)
    expect(3 * TIMING.heartbeat, 'in earnest it takes at most this long').toBeLessThanOrEqual(100_000)
  })

  it('that is reset in the middle of a message is made anew; the message comes again and is heard once', async () => {
    await up()
    proxy.reset(20)
    platform.push('aibot_msg_callback', { msgid: 'M1', ...SAYS })
    await platform.frame('aibot_subscribe')
    await bench.bot.whenUp()
    platform.push('aibot_msg_callback', { msgid: 'M1', ...SAYS })
    await heard(1)
    expect(platform.sockets).toBe(2)
  })

  it('that is reset again and again is dialled again each time, one line at a time', async () => {
    await up()
    for (let n = 0; n < 4; n += 1) {
      proxy.reset()
      await platform.frame('aibot_subscribe')
      await bench.bot.whenUp()
    }
    expect(platform.sockets).toBe(5)
    await expect.poll(() => platform.open).toBe(1)
  })

  it('that trickles is slow, and nothing else', async () => {
    await up()
    proxy.slow(40, 2)
    platform.push('aibot_msg_callback', { msgid: 'M1', ...SAYS })
    await heard(1)
    expect((await bench.bot.channel.send([row(ACCEPTED)], NOW)).outcome).toBe('sent')
    expect(platform.sockets).toBe(1)
  })
})

describe('a platform whose name nobody knows', () => {
  it('is looked for again and again, said once, and everything waits', async () => {
    const bench = await Bench.open({ wsUrl: 'ws://no-such-host.invalid:1', timing: { alarmAfter: 30 } })
    await bench.until(() => bench.logged.filter((line) => line.includes('retryInMs')).length >= 5)
    await bench.until(() => bench.alarms.length > 0)
    expect(bench.alarms.map(({ kind }) => kind)).toEqual(['lost'])
    expect(bench.bot.channel.state().up).toBe(false)
    expect(await bench.bot.channel.send([row(ACCEPTED)], NOW)).toMatchObject({ outcome: 'wait', down: true })
    expect(bench.logged.filter((line) => line.startsWith('error'))).toEqual([])
    await bench.close()
  })
})
