import { expect, it, vi } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { books, type Books } from './books.ts'
import { dice } from './dice.ts'
import { fleet, type Fleet } from './fleet.ts'
import { run } from './program.ts'
import { story, type Story } from './story.ts'
import { whenReady } from './web.ts'

const KILLS = Number(process.env['SHAOZI_FLEET_KILLS'] ?? 6)
const PER_KILL = 4
const VILLAGERS = 12
const TAKE_OVER_MS = 15_000
/** between two looks of those who wait */
const SEEN = { within: 60_000 }

vi.setConfig({ testTimeout: 600_000 })

it('two web and two worker processes lose nothing while one after the other is killed', async () => {
  const random = dice(20261130)
  const house = await fleet(VILLAGERS, ['web', 'web', 'worker', 'worker'], random)
  const { village, members } = house
  const ledger = books(village.here)
  await village.connected()
  const stories = await openStories(house, ledger)
  for (let kill = 0; kill < KILLS; kill += 1) {
    const ready = stories.filter((one) => !one.ended())
    for (let i = 0; i < PER_KILL && ready.length > 0; i += 1) await ready[random.throw(ready.length)]?.goOn()
    const victim = members[random.throw(members.length)]
    if (victim) await house.replace(victim)
    await village.connected()
    for (const one of stories) await one.makeGood()
  }
  while (stories.some((one) => !one.ended())) {
    for (const one of stories) await one.goOn()
    for (const one of stories) await one.makeGood()
  }
  await nothingIsLost(house, ledger)
  for (const { program } of members) expect(await program.kill('SIGTERM')).toMatchObject({ code: 0 })
  expect(await run(['verify'], { cwd: village.here.cwd, env: village.here.env })).toMatchObject({ code: 0 })
})

it('the connection of the bot has one holder, which is replaced within 15 s when it dies', async () => {
  const house = await fleet(1, ['web', 'worker', 'worker'], dice(1))
  const { village, members } = house
  await village.connected()
  const [web, ...workers] = members
  if (!web) throw new Error('no web process')
  await whenReady(web.url)
  const { simulator } = village
  const kicked = simulator.next((e) => e.type === 'link' && !e.connected, SEEN)
  const before = performance.now()
  // whichever holds it: the other one must not have a connection that ends with its process
  const dead = await Promise.race(workers.map(async (worker) => ((await isHolder(worker)) ? worker : never())))
  await dead.program.kill('SIGKILL')
  await kicked
  await simulator.next((e) => e.type === 'link' && e.connected, SEEN)
  expect(performance.now() - before).toBeLessThan(TAKE_OVER_MS)
  await simulator.say('v-1', '东关市场有人乱停车')
  await village.hears('v-1', /QS\d{6}-\d{4,}/)
  // a web process alone can take in, and says that nobody delivers
  for (const { program } of workers) await program.kill('SIGKILL')
  await vi.waitUntil(async () => (await fetch(`${web.url}/readyz`)).status === 503, { timeout: 30_000 })
  expect(await house.post(web, { FromUserName: 'u-zhangwei', MsgType: 'text', Content: '今日', MsgId: '97' })).toBe(200)
})

const never = (): Promise<never> => new Promise(() => undefined)

async function isHolder({ url }: Readonly<{ url: string }>): Promise<boolean> {
  return /^shaozi_leads 1$/mu.test(await (await fetch(`${url}/metrics`)).text())
}

async function openStories({ village, say }: Fleet, ledger: Books): Promise<Story[]> {
  const loaded = await loadTowns(village.here.town)
  const town = loaded.ok ? loaded.towns[0] : undefined
  if (!town) throw new Error('no township')
  const speak = async (by: string, text: string) =>
    by.startsWith('v-') ? ((await village.simulator.say(by, text)).msgid ?? '') : say(by, text)
  return Array.from({ length: VILLAGERS }, (_, i) => story(village, town, ledger, i, speak))
}

async function nothingIsLost({ village }: Fleet, ledger: Books): Promise<void> {
  const cases = await ledger.cases()
  expect(cases.map(({ stage }) => stage)).toEqual(Array.from({ length: VILLAGERS }, () => 'finished'))
  expect(new Set(cases.map(({ caseNo }) => caseNo)).size).toBe(VILLAGERS)
  const once = (await ledger.events()).filter(({ type }) => ['signed', 'finished', 'dispatched'].includes(type))
  expect(once.filter(({ times }) => times !== 1)).toEqual([])
  await vi.waitUntil(async () => (await ledger.inbox('pending')) === 0, { timeout: 30_000 })
  expect([await ledger.inbox('parked'), await ledger.outbox('parked')]).toEqual([0, []])
  for (const { caseNo } of cases) {
    const told = village.simulator.bubbles.filter(({ card }) => card && JSON.stringify(card).includes(`sign:${caseNo}`))
    expect(told.length, `${caseNo} is told, and not often`).toBeLessThanOrEqual(3)
  }
}
