import { afterEach, describe, expect, it } from 'vitest'
import { pause } from '../../bot/aibot/timing.ts'
import { Bench, type BenchOptions } from './bench.ts'
import { Platform } from './platform.ts'

describe('the connection of the AI bot', () => {
  let bench: Bench
  const open = async (options?: BenchOptions) => (bench = await Bench.open(options))
  const up = async (options?: BenchOptions) => (bench = await Bench.up(options))
  afterEach(() => bench.close())

  it('is up only after the login was confirmed', async () => {
    await open()
    expect(bench.bot.channel.state().up).toBe(false)
    await bench.bot.whenUp()
    expect(bench.bot.channel.state()).toMatchObject({ name: 'aibot', up: true })
  })

  it('is made anew each time it breaks, one socket at a time', async () => {
    await up()
    for (let i = 0; i < 5; i += 1) {
      await bench.platform.frame('aibot_subscribe')
      bench.platform.hangUp()
    }
    await bench.platform.frame('aibot_subscribe')
    await bench.bot.whenUp()
    expect(bench.platform.open).toBe(1)
    expect(bench.platform.sockets).toBe(6)
  })

  it('comes back when the platform was not there for a while', async () => {
    await up()
    const { port } = bench.platform
    await bench.platform.close()
    await bench.until(() => bench.logged.filter((l) => l.includes('retryInMs')).length >= 4)
    const again = await Platform.start(port)
    await again.frame('aibot_subscribe')
    await bench.bot.whenUp()
    await again.close()
  })

  it('gives up a login that is never answered and makes a fresh one', async () => {
    const platform = await Platform.start()
    platform.login = 'silence'
    await open({ platform })
    await platform.frame('aibot_subscribe')
    platform.login = 0
    await platform.frame('aibot_subscribe')
    await bench.bot.whenUp()
    expect(platform.open).toBe(1)
  })

  it('finds a line on which heartbeats are no longer answered', async () => {
    const platform = await Platform.start()
    platform.heartbeats = false
    await up({ platform, timing: { heartbeat: 20 } })
    await platform.frame('aibot_subscribe')
    await platform.frame('aibot_subscribe')
    expect(platform.frames.filter((f) => f.cmd === 'ping').length).toBeGreaterThanOrEqual(2)
  })

  it('does not hammer the platform with a wrong secret, alarms once, and tries for ever', async () => {
    await open({ secret: 'wrong', timing: { refused: { first: 40, most: 80 } } })
    for (let i = 0; i < 4; i += 1) await bench.platform.frame('aibot_subscribe')
    await bench.until(() => bench.logged.filter((l) => l.includes('retryInMs')).length >= 4)
    expect(bench.logged.flatMap((l) => /"retryInMs":(\d+)/.exec(l)?.[1] ?? [])).toEqual(['40', '80', '80', '80'])
    expect(bench.alarms).toEqual([{ kind: 'refused', detail: 'the login was refused with code 853000' }])
    expect(bench.bot.channel.state().detail).toMatch(/refuses the bot id or secret/)
  })

  it('stays away after another program logged in, says so, and comes back much later', async () => {
    await up({ timing: { lost: { first: 1, most: 1 } } })
    await bench.platform.frame('aibot_subscribe')
    bench.platform.kick()
    await bench.until(() => bench.alarms.length > 0)
    expect(bench.alarms[0]?.kind).toBe('kicked')
    expect(bench.bot.channel.state()).toMatchObject({ up: false, detail: expect.stringMatching(/another program/) })
    expect(bench.logged.find((l) => l.includes('retryInMs'))).toContain('"retryInMs":150')
    await bench.platform.frame('aibot_subscribe')
    await bench.until(() => bench.alarms.length > 1)
    expect(bench.alarms[1]?.kind).toBe('back')
    bench.platform.kick()
    await bench.until(() => bench.alarms.length > 2)
    expect(bench.logged.findLast((l) => l.includes('retryInMs'))).toContain('"retryInMs":300')
  })

  it('alarms when it stays away, and tells the gap when it is back', async () => {
    await up({ timing: { alarmAfter: 30 } })
    const { port } = bench.platform
    await bench.platform.close()
    await bench.until(() => bench.alarms.length === 1)
    bench.now = new Date('2026-11-24T02:07:00Z')
    const again = await Platform.start(port)
    await bench.until(() => bench.alarms.length === 2)
    expect(bench.alarms.map((a) => a.kind)).toEqual(['lost', 'back'])
    expect(bench.alarms[1]?.detail).toBe('was away from 2026-11-24T02:00:00.000Z to 2026-11-24T02:07:00.000Z')
    await again.close()
  })

  it('never logs a secret, a text, or what the platform said', async () => {
    await up()
    bench.platform.push('aibot_msg_callback', {
      msgid: 'M',
      from: { userid: 'v-1' },
      msgtype: 'text',
      text: { content: '机密内容' },
    })
    bench.platform.push('aibot_event_callback', {
      msgtype: 'event',
      from: { userid: 'v-1' },
      event: { text: '机密内容' },
    })
    bench.platform.push('aibot_msg_callback', { 机密内容: 1 })
    await bench.until(() => bench.inbound.length === 2)
    expect(bench.logged.join('\n')).not.toMatch(/机密|right-secret|secret text|10\.0\.0\.1|v-1/)
  })

  it('is closed for good', async () => {
    await up()
    await bench.platform.frame('aibot_subscribe')
    await bench.bot.close()
    expect(bench.bot.channel.state()).toMatchObject({ up: false, detail: expect.stringContaining('closed') })
    bench.platform.hangUp()
    expect(bench.platform.unread('aibot_subscribe')).toBe(0)
  })
})

describe('pauses', () => {
  it('double up to the most, and leave out up to half by chance', () => {
    const range = { first: 1000, most: 30_000 }
    expect([0, 1, 2, 3, 4, 5, 50].map((n) => pause(range, n, 1))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ])
    expect(pause(range, 3, 0)).toBe(4000)
    expect(pause(range, 3, 0.5)).toBe(6000)
  })
})
