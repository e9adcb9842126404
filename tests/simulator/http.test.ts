import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { API } from '../../simulator/api.ts'
import { runSimulator } from '../../simulator/standalone.ts'
import { CARDS } from './cards.ts'
import { bot } from './raw.ts'
import { GROUP, OFFICER, town, VILLAGER } from './town.ts'

type Answer = Readonly<{ status: number; body: Record<string, unknown> }>

async function post(url: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const init = { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...headers } }
  const response = await fetch(`${url}api/${path}`, init)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const state = async (url: string) => (await fetch(`${url}api/state`)).json() as Promise<Record<string, unknown>>

describe('the API of the page', () => {
  it('shows everything at once', async () => {
    const simulator = await town()
    await simulator.say(VILLAGER, '你好')
    expect(await state(simulator.url)).toMatchObject({
      now: '2026-11-24T02:00:00.000Z',
      botName: '哨子',
      connected: false,
      phones: [{ userid: VILLAGER }, {}, {}],
      groups: [{ chatid: GROUP }],
      bubbles: [{ id: 'b1', chat: VILLAGER, from: VILLAGER, kind: 'text', content: '你好' }],
    })
  })

  it('says texts, voice, pictures, and words with pictures', async () => {
    const simulator = await town()
    const files = [{ name: 'a.jpg', base64: Buffer.from('jpg').toString('base64') }]
    expect((await post(simulator.url, 'say', { userid: VILLAGER, text: '你好' })).body['msgid']).toMatch(/./)
    await post(simulator.url, 'say', { userid: VILLAGER, text: '路灯坏了', voice: true })
    await post(simulator.url, 'say', { userid: VILLAGER, text: '', files })
    await post(simulator.url, 'say', { userid: VILLAGER, text: '看', files, quote: 'b1' })
    const quiet = await post(simulator.url, 'say', { userid: OFFICER, chatid: GROUP, text: '吃饭' })
    expect(quiet.body).toEqual({ msgid: null })
    expect(simulator.bubbles.map(({ kind, quote }) => [kind, quote])).toEqual([
      ['text', null],
      ['voice', null],
      ['image', null],
      ['mixed', '你好'],
      ['text', null],
    ])
    const { url, mime } = simulator.bubbles[2]!.files[0]!
    const shown = await fetch(simulator.url + url)
    expect([mime, await shown.text()]).toEqual(['image/jpeg', 'jpg'])
    expect(shown.headers.get('content-security-policy')).toContain('sandbox')
  })

  it('taps, enters, moves the clock, makes trouble and starts over', async () => {
    let resets = 0
    const simulator = await town({ onReset: async () => void (resets += 1) })
    const raw = await bot(simulator)
    await raw.ask('aibot_send_msg', {
      chatid: GROUP,
      msgtype: 'template_card',
      template_card: CARDS.button_interaction,
    })
    const tap = { userid: OFFICER, bubbleId: simulator.bubbles[0]!.id, key: 'sign:1', selected: { unit: ['o2'] } }
    expect(await post(simulator.url, 'click', tap)).toMatchObject({ status: 200 })
    expect((await post(simulator.url, 'click', { ...tap, key: 'x' })).status).toBe(409)
    expect((await post(simulator.url, 'enter', { userid: VILLAGER })).body['msgid']).toMatch(/./)
    expect((await post(simulator.url, 'clock', { advanceMs: 3600_000 })).body).toEqual({
      now: '2026-11-24T03:00:00.000Z',
    })
    expect(await post(simulator.url, 'fault', { outage: true })).toEqual({ status: 200, body: {} })
    await raw.closed
    expect(await post(simulator.url, 'reset', {})).toEqual({ status: 200, body: {} })
    expect(resets).toBe(1)
    expect(simulator.bubbles).toEqual([])
    await bot(simulator)
    expect(await state(simulator.url)).toMatchObject({ connected: true, bubbles: [] })
  })

  it.each([
    ['say', { userid: 'v-nobody', text: '你好' }, 404],
    ['say', { userid: VILLAGER, text: '' }, 400],
    ['say', { userid: VILLAGER }, 400],
    ['say', { userid: VILLAGER, text: '好', extra: 1 }, 400],
    ['say', { userid: VILLAGER, text: '', files: [{ name: 'a.jpg', base64: '!' }] }, 400],
    ['say', { userid: VILLAGER, text: '好', chatid: GROUP }, 400],
    ['click', { userid: VILLAGER, bubbleId: 'b7', key: 'x' }, 404],
    ['clock', { advanceMs: -1 }, 400],
    ['clock', { advanceMs: 'soon' }, 400],
    ['fault', { explode: true }, 400],
    ['fault', { duplicate: 0 }, 400],
    ['reset', 'not json', 400],
    ['clock', `{"advanceMs":1,"x":"${'x'.repeat(70_000)}"}`, 413],
    ['nothing', {}, 404],
  ])('%s %j is answered %i with a sentence', async (path, body, status) => {
    const simulator = await town()
    expect(await post(simulator.url, path, body)).toEqual({
      status,
      body: { error: expect.stringMatching(/\p{Script=Han}/u) },
    })
    expect(simulator.bubbles).toEqual([])
  })

  it('is for our own page only', async () => {
    const simulator = await town()
    const move = { advanceMs: 1000 }
    expect((await post(simulator.url, 'clock', move, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(simulator.url, 'clock', move, { origin: 'null' })).status).toBe(403)
    expect((await post(simulator.url, 'clock', move, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post(simulator.url, 'clock', move, { origin: simulator.url.slice(0, -1) })).status).toBe(200)
  })

  it('has every route of the contract', async () => {
    const { url } = await town()
    for (const name of API.filter((one) => one !== 'state' && one !== 'events'))
      expect((await post(url, name, 'x')).status, name).toBe(400)
  })

  it('takes no message while everything starts over', async () => {
    let done = () => undefined as void
    const simulator = await town({ onReset: () => new Promise((resolve) => (done = resolve)) })
    const reset = simulator.reset()
    expect((await post(simulator.url, 'say', { userid: VILLAGER, text: '你好' })).status).toBe(503)
    done()
    await reset
    expect((await post(simulator.url, 'say', { userid: VILLAGER, text: '你好' })).status).toBe(200)
  })
})

describe('the stream of events', () => {
  it('tells of bubbles, the clock, the link and a new beginning', async () => {
    const simulator = await town()
    const response = await fetch(`${simulator.url}api/events`)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    const events: string[] = []
    let rest = ''
    const next = async (): Promise<void> => {
      const { value = '', done } = await reader.read()
      const blocks = (rest + value).split('\n\n')
      rest = blocks.pop() ?? ''
      events.push(...blocks.filter((block) => block.startsWith('event:')))
      if (events.length < 5 && !done) await next()
    }
    await simulator.say(VILLAGER, '你好')
    await simulator.advance(1000)
    await bot(simulator)
    await simulator.reset()
    await next()
    expect(events.map((block) => /^event: (\w+)\ndata: \{/.exec(block)?.[1])).toEqual([
      'bubble',
      'clock',
      'link',
      'reset',
      'clock',
    ])
    await reader.cancel()
  })
})

describe('the page', () => {
  async function folder(): Promise<string> {
    const at = await mkdtemp(join(tmpdir(), 'shaozi-page-'))
    onTestFinished(() => rm(at, { recursive: true }))
    await writeFile(join(at, 'index.html'), '<title>phones</title>')
    await writeFile(join(at, 'a.js'), 'let a')
    return at
  }

  it('is served with a strict policy, and nothing outside its folder', async () => {
    const { url } = await town({ clientDir: await folder() })
    const page = await fetch(url)
    expect(await page.text()).toContain('phones')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect((await fetch(`${url}a.js`)).headers.get('content-type')).toContain('javascript')
    for (const path of [
      'b.js',
      '..%2f..%2fetc%2fpasswd',
      '%2e%2e/package.json',
      'files/x',
      'files/..%2fa',
      'media/',
      'api/',
    ])
      expect((await fetch(url + path)).status, path).toBe(404)
  })

  it('says how to build it when it is missing', async () => {
    const { url } = await town({ clientDir: '/nowhere' })
    const page = await fetch(url)
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('npm run phones')])
  })

  it('works under a prefix of another server', async () => {
    const simulator = await town({ clientDir: await folder() })
    const server = createServer((request, response) => simulator.handle(request, response, '/demo')).listen(0)
    onTestFinished(() => void server.close())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo/`
    expect(await (await fetch(url)).text()).toContain('phones')
    expect((await fetch(url.slice(0, -1))).url).toBe(url)
    expect(await state(url)).toMatchObject({ botName: '哨子' })
    expect((await post(url, 'say', { userid: VILLAGER, text: '你好' })).status).toBe(200)
  })
})

describe('the simulator by itself', () => {
  it('brings people of its own and credentials for a bot', async () => {
    const { simulator, bot: credentials } = await runSimulator({ host: '127.0.0.1', port: 0 })
    onTestFinished(() => simulator.close())
    expect(credentials.secret).toHaveLength(36)
    const first = await state(simulator.url)
    expect(first).toMatchObject({ phones: [{ label: '村民' }, {}, {}], groups: [{}] })
    await simulator.advance(3600_000)
    expect(Math.round((simulator.now().getTime() - Date.now()) / 60_000)).toBe(60)
    await simulator.reset()
    expect(Math.round((simulator.now().getTime() - Date.now()) / 60_000)).toBe(0)
  })

  it('says when its port is taken', async () => {
    const simulator = await town()
    const port = Number(new URL(simulator.url).port)
    await expect(runSimulator({ host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
