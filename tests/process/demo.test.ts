import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SimStateShape, type Shape } from './demo-state.ts'
import { eventually } from '../jobs/eventually.ts'
import { place, privateRedisOf, type Place } from './place.ts'
import { start, type Program } from './program.ts'
import { CASE_NO } from './street.ts'
import { post, whenReady } from './web.ts'

const STALL = '王家村村口有人占道摆摊，还乱倒垃圾'
const VILLAGER = 'v-lihua'

function withRedis({ env }: Place) {
  const { REDIS_URL: _none, ...rest } = env
  return rest
}

async function opened(program: Program): Promise<string> {
  await program.says(/停止。/)
  const addresses = program.stdout.match(/https?:\/\/[^\s（]+/g) ?? []
  const [phones = '', ...pages] = addresses
  expect(phones, 'the phones stand first').toMatch(/\/demo\/$/)
  expect(pages, 'then the pages of the command room').toEqual([expect.stringContaining(new URL(phones).origin)])
  return phones
}

async function chat(page: string): Promise<Shape['bubbles']> {
  const state = SimStateShape.parse(await (await fetch(new URL('api/state', page))).json())
  return state.bubbles.filter((bubble) => bubble.chat === VILLAGER)
}

/** An answer may come twice where the program was killed; what counts is how many cases were answered about. */
const answered = (page: string, cases = 1) =>
  eventually(`answers about ${cases} cases`, async () => (await numbers(page)).size >= cases, 60_000)

async function numbers(page: string): Promise<Set<string>> {
  const said = (await chat(page)).filter((b) => b.from === 'bot').map((b) => CASE_NO.exec(b.content)?.[0])
  return new Set(said.filter((no) => no !== undefined))
}

it('without credentials it is the demo: one address, the phones and the pages for machines', async () => {
  const here = await place()
  const program = start(['start'], { cwd: here.cwd, env: here.env })
  const page = await opened(program)
  const { origin } = new URL(page)
  const ready = await whenReady(origin)
  expect(ready).toMatchObject({ database: 'ok', queue: 'local', channels: [{ name: 'aibot', up: true }] })
  const phones = await fetch(page)
  expect(phones.status).toBe(200)
  expect(await phones.text()).toContain('<div id="app"')
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
  expect(await (await fetch(`${origin}/metrics`)).text()).toContain('shaozi_ready 1')
  const home = await fetch(origin, { redirect: 'manual' })
  expect(home.status).toBe(200)
  expect(await home.text()).toContain('<div id="app"')
  await stopsWell(program)
})

it('where redis-server is installed the demo runs on BullMQ by itself, and takes its Redis along when it stops', async () => {
  const here = await place()
  const program = start(['start'], { cwd: here.cwd, env: withRedis(here) })
  const page = await opened(program)
  await whenReady(new URL(page).origin, ({ queue }) => queue === 'bullmq')
  expect(program.stdout).toContain('BullMQ')
  await post(`${page}api/say`, { userid: VILLAGER, text: STALL })
  await answered(page)
  expect(await privateRedisOf(here)).not.toBeNull()
  await stopsWell(program)
  expect(await privateRedisOf(here)).toBeNull()
})

it('a demo that was killed shows the same chats again, and goes on counting', async () => {
  const here = await place()
  const first = start(['start'], { cwd: here.cwd, env: here.env })
  const page = await opened(first)
  await post(`${page}api/say`, { userid: VILLAGER, text: STALL })
  await answered(page)
  await first.kill('SIGKILL')
  const again = await opened(start(['start'], { cwd: here.cwd, env: here.env }))
  await whenReady(new URL(again).origin)
  expect((await chat(again)).map(({ content }) => content)).toContain(STALL)
  await post(`${again}api/say`, { userid: VILLAGER, text: '东关市场有人占道摆摊' })
  await answered(again, 2)
  expect((await numbers(again)).size).toBe(2)
})

it('asked to stop while it is still starting, it stops in order and leaves no Redis behind', async () => {
  const here = await place()
  const program = start(['start'], { cwd: here.cwd, env: withRedis(here) })
  await eventually('its Redis', async () => (await privateRedisOf(here)) !== null, 60_000)
  await stopsWell(program)
  expect(await privateRedisOf(here)).toBeNull()
})

it('asked to stop in the middle of its story, it stops in order and tells the whole of it at the next start', async () => {
  const here = await place()
  const { DEMO_STORY: _none, ...env } = here.env
  const chats = join(here.dataDir, 'demo-chats.jsonl')
  const first = start(['start'], { cwd: here.cwd, env })
  await first.says(/正在准备演示数据/)
  await eventually('the story', async () => CASE_NO.test(await readFile(chats, 'utf8').catch(() => '')), 60_000)
  await stopsWell(first)
  const page = await opened(start(['start'], { cwd: here.cwd, env }))
  const { bubbles } = SimStateShape.parse(await (await fetch(new URL('api/state', page))).json())
  expect(bubbles.filter(({ from, content }) => from === 'v-mashulan' && content.startsWith('王家村'))).toHaveLength(1)
  expect(bubbles.some(({ content }) => content.includes('柳营集有家黑作坊'))).toBe(true)
})

async function stopsWell(program: Program): Promise<void> {
  const asked = performance.now()
  const ended = await program.kill('SIGTERM')
  expect(ended).toMatchObject({ code: 0, signal: null })
  expect(performance.now() - asked).toBeLessThan(10_000)
  expect(ended.stderr).not.toMatch(/"level":50/)
}
