import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { books, type Books } from './books.ts'
import { dice, type Dice } from './dice.ts'
import { privateRedisOf } from './place.ts'
import { run, type Program } from './program.ts'
import { story, type Story } from './story.ts'
import { street, textOf, type Street } from './street.ts'

const CRASHES = 12
const PER_CRASH = 4
const VILLAGERS = 18
const PROBE = `v-${VILLAGERS + 1}`

vi.setConfig({ testTimeout: 600_000 })

it.each([
  ['in this process', { REDIS_URL: 'none' }, 20261124],
  ['on a Redis of our own, which outlives the crash', { REDIS_URL: '' }, 4711],
])(
  'killed at any moment and started again it loses nothing that was acknowledged: queues %s',
  async (_where, env, seed) => {
    const village = await street(VILLAGERS + 1, env)
    const ledger = books(village.here)
    const random = dice(seed)
    const stories = await openStories(village, ledger)
    const servers = new Set<number | null>()
    let program = await restarted(village)
    for (let crash = 0; crash < CRASHES; crash += 1) {
      servers.add(await privateRedisOf(village.here))
      await actAndCrash(village, program, stories, random)
      if (random.throw(3) === 0) await crashWhileStarting(village, random)
      program = await restarted(village)
      for (const one of stories) await one.makeGood()
      repeatOne(village, stories, random)
    }
    await toTheEnd(stories)
    await stops(program)
    await nothingIsLost(village, ledger, stories)
    expect(servers.size, 'the same Redis all the time').toBe(1)
    expect(await privateRedisOf(village.here), 'no Redis is left').toBeNull()
  },
)

async function openStories(village: Street, ledger: Books): Promise<Story[]> {
  const loaded = await loadTowns(village.here.town)
  const town = loaded.ok ? loaded.towns[0] : undefined
  if (!town) throw new Error('no township')
  return Array.from({ length: VILLAGERS }, (_, i) => story(village, town, ledger, i))
}

/** Several people act at once; the program dies after some of its frames, or some milliseconds. */
async function actAndCrash(village: Street, program: Program, stories: readonly Story[], random: Dice): Promise<void> {
  const moment = random.throw(2) === 0 ? frames(village, 1 + random.throw(2 * PER_CRASH)) : pause(random.throw(120))
  const ready = stories.filter((one) => !one.ended())
  for (let i = 0; i < PER_CRASH; i += 1) await ready[random.throw(ready.length)]?.goOn()
  await moment
  await village.crash(program)
}

/** The n-th frame of the bot from now on has reached us; less than that when it has nothing more to say. */
async function frames({ simulator }: Street, n: number): Promise<void> {
  let seen = 0
  const fits = (e: { type: string; frame?: { direction: string } }) =>
    e.type === 'frame' && e.frame?.direction === 'in' && ++seen === n
  await simulator.next(fits, { within: 1_000 }).catch(() => undefined)
}

async function crashWhileStarting(village: Street, random: Dice): Promise<void> {
  const program = village.start()
  await pause(random.throw(900))
  await village.crash(program)
}

/** Starts it and waits until it answers somebody. */
async function restarted(village: Street): Promise<Program> {
  const program = village.start()
  await village.connected()
  const answer = village.simulator.next(
    (e) => e.type === 'bubble' && e.bubble.chat === PROBE && e.bubble.from === 'bot',
    { within: 60_000 },
  )
  await village.simulator.say(PROBE, '帮助')
  await answer
  return program
}

/** WeCom delivers something again that was taken long ago. */
function repeatOne({ simulator }: Street, stories: readonly Story[], random: Dice): void {
  const taken = stories.flatMap((one) => one.taken)
  const msgid = taken[random.throw(Math.max(1, taken.length))]
  if (msgid) simulator.faults.redeliver(msgid)
}

async function toTheEnd(stories: readonly Story[]): Promise<void> {
  while (stories.some((one) => !one.ended())) {
    for (const one of stories) await one.goOn()
    for (const one of stories) await one.makeGood()
  }
}

/** In time: later than 10 s it ends itself with another code. */
async function stops(program: Program): Promise<void> {
  expect(await program.kill('SIGTERM')).toMatchObject({ code: 0 })
}

async function nothingIsLost(village: Street, ledger: Books, stories: readonly Story[]): Promise<void> {
  const { here, simulator } = village
  expect(await run(['verify'], { cwd: here.cwd, env: here.env })).toMatchObject({ code: 0 })
  const cases = await ledger.cases()
  expect(new Set(cases.map(({ caseNo }) => caseNo)).size).toBe(VILLAGERS)
  expect(new Set(cases.map(({ userid }) => userid)).size).toBe(VILLAGERS)
  for (const { villager, caseNo } of stories) {
    expect(
      cases.filter((one) => one.caseNo === caseNo()),
      villager,
    ).toMatchObject([{ stage: 'finished' }])
    const numbers = simulator.chat(villager).flatMap((bubble) => textOf(bubble).match(/QS\d{6}-\d{4,}/g) ?? [])
    expect(new Set(numbers), `${villager} was told one number only`).toEqual(new Set([caseNo()]))
  }
  expect(
    (await ledger.events()).filter(
      ({ type, times }) => ['signed', 'finished', 'dispatched'].includes(type) && times !== 1,
    ),
  ).toEqual([])
  expect([await ledger.inbox('pending'), await ledger.inbox('parked'), await ledger.outbox('parked')]).toEqual([
    0,
    0,
    [],
  ])
  expect((await ledger.outbox('pending')).filter(({ dueAt }) => dueAt.getTime() < Date.now() - 10_000)).toEqual([])
  await groupsGotTheirCards(village, cases)
}

async function groupsGotTheirCards(
  { here, simulator }: Street,
  cases: Awaited<ReturnType<Books['cases']>>,
): Promise<void> {
  const loaded = await loadTowns(here.town)
  const town = loaded.ok ? loaded.towns[0] : undefined
  const copies = cases.map(({ caseNo, lead }) => {
    const group = town?.groups.find(({ id }) => id === town.stations.find((station) => station.id === lead)?.group)
    const cards = simulator
      .chat(group?.aibotChatid ?? '')
      .filter((b) => b.card && JSON.stringify(b.card).includes(caseNo))
    return { caseNo, cards: cards.length }
  })
  expect(copies.filter(({ cards }) => cards === 0 || cards > 3)).toEqual([])
  expect(copies.filter(({ cards }) => cards > 1).length, 'few are told twice').toBeLessThanOrEqual(CRASHES)
}
