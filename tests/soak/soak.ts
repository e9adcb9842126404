import { setTimeout as pause } from 'node:timers/promises'
import { dice as newDice, type Dice } from '../process/dice.ts'
import { aside, next, pick, report, type Act, type Case } from './acts.ts'
import { FAULTS, possible, type Fault, type FaultName } from './faults.ts'
import { violations } from '../invariants/invariants.ts'
import { wronglyHeard } from './heard.ts'
import { watch, type Measured } from './measure.ts'
import { says, taps } from './say.ts'
import { openWorld, type World } from './world.ts'

export type SoakOptions = Readonly<{
  seed: number
  days: number
  cases: number
  database: 'sqlite' | 'postgres'
  redis: boolean
  /** with the faults that cost real seconds, and the work of the night */
  isLong: boolean
  /** a line at the end of each simulated day */
  say?(line: object): void
}>

export type Soaked = Readonly<{
  seed: number
  cases: number
  acts: number
  faults: Readonly<Record<string, number>>
  parked: number
  measured: Measured
  violations: readonly string[]
}>

const START = new Date('2026-11-24T07:00:00+08:00')
const DAY = 24 * 3_600_000
/** a simulated day is so many slots: something goes wrong in one of `CALM` */
const SLOTS = 48
const CALM = { long: 6, short: 4 } as const
/** acts beside each new report, each about another case: enough to bring most to their end */
const ACTS = 5
const AT_ONCE = 4

/** Simulated days of a township under faults, by the dice; the same seed throws the same. */
export async function soak(options: SoakOptions): Promise<Soaked> {
  const { days, cases, isLong } = options
  const world = await openWorld({ at: START, villagers: Math.max(30, Math.floor(cases / 10)), ...options })
  try {
    if (isLong) await world.core().nights()
    return await live(world, options, cases / (days * SLOTS))
  } finally {
    await world.close()
  }
}

async function live(world: World, options: SoakOptions, perSlot: number): Promise<Soaked> {
  const dice = newDice(options.seed)
  // dice of its own: what goes wrong when hangs on the seed alone, whatever people do
  const fate = newDice(~options.seed)
  const watched = watch()
  const counts: Partial<Record<FaultName, number>> = {}
  const violations: string[] = []
  let acts = 0
  let reported = 0
  for (let slot = 1; slot <= options.days * SLOTS; slot += 1) {
    const fault =
      fate.throw(options.isLong ? CALM.long : CALM.short) === 0 ? pick(possible(world, options.isLong), fate) : null
    if (fault) counts[fault] = (counts[fault] ?? 0) + 1
    const wanted = Math.round(perSlot * slot) - reported
    acts += await through(world, fault, fate, () => slotOf(world, dice, reported, wanted, acts))
    reported += wanted
    await world.until(new Date(Math.max(world.clock.now().getTime(), START.getTime() + (slot * DAY) / SLOTS)))
    if (slot % SLOTS !== 0) continue
    const heap = watched.pause()
    const found = await judged(world)
    violations.push(...found)
    watched.goOn()
    options.say?.({ day: slot / SLOTS, reported, acts, heapMb: Math.round(heap), violations: found })
  }
  const parked = await world.rows(`SELECT "key" FROM "outbox" WHERE "status" = 'parked'`)
  return {
    seed: options.seed,
    cases: reported,
    acts,
    faults: counts,
    parked: parked.length,
    measured: watched.end(),
    violations: [...new Set(violations)],
  }
}

/** People act while something is wrong, and once more when it is mended. */
async function through(world: World, name: FaultName | null, fate: Dice, act: () => Promise<number>): Promise<number> {
  if (name === null) return act()
  const fault: Fault = FAULTS[name]
  world.during.add(name)
  await fault.begin(world, fate)
  const acts = await act()
  await fault.heal?.(world)
  await world.phones.ask('calm')
  if (!(await world.connected())) await world.restart()
  await world.core().idle()
  world.during.delete(name)
  return acts
}

/** Half an hour of a township: what is reported, what is done about what is open, and what people say besides. */
async function slotOf(world: World, dice: Dice, from: number, wanted: number, serial: number): Promise<number> {
  const open = (await world.rows(
    `SELECT "caseNo", "stage", "lead", "holder" FROM "task" WHERE "stage" NOT IN ('closed', 'withdrawn') AND "mergedInto" IS NULL ORDER BY "seq"`,
  )) as readonly Case[]
  const todo: Act[] = Array.from({ length: wanted }, (_, n) => report(world, from + n, dice))
  for (const [n, one] of some(open, wanted * ACTS, dice).entries()) {
    const act = next(world, one, dice, serial + n)
    if (act) todo.push(act)
  }
  if (dice.throw(3) === 0) todo.push(aside(world, dice))
  const shuffled = some(todo, todo.length, dice)
  const step = (0.9 * DAY) / SLOTS / Math.max(1, Math.ceil(shuffled.length / AT_ONCE))
  for (let n = 0; n < shuffled.length; n += AT_ONCE) {
    const together = shuffled.slice(n, n + AT_ONCE)
    await Promise.all(together.map(({ who, text, grey }) => says(world, who, text, grey)))
    await world.core().idle()
    await (world.isUp() ? world.until : world.jump)(new Date(world.clock.now().getTime() + step))
  }
  await tapSomething(world, dice)
  return todo.length
}

/** So many of them, in any order. */
const some = <T>(all: readonly T[], count: number, dice: Dice): readonly T[] =>
  all
    .map((one) => ({ one, at: dice.throw(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one)

async function tapSomething(world: World, dice: Dice): Promise<void> {
  const cards = world.phones.cards().filter(({ id, chat }) => id.startsWith('b') && !chat.startsWith('wr'))
  if (cards.length === 0) return
  const card = pick(cards, dice)
  await taps(world, card.chat, card.chat, card.id, pick(card.keys, dice))
  await world.core().idle()
}

/** A message that cannot be handled is left alone for seconds of the real clock before it is tried again. */
const AT_REST_MS = 60_000

async function judged(world: World): Promise<string[]> {
  const unhandled = () => world.rows(`SELECT "id" FROM "inbox" WHERE "status" = 'pending'`)
  for (const end = performance.now() + AT_REST_MS; performance.now() < end && (await unhandled()).length > 0;)
    await pause(100)
  await world.core().idle()
  const [told, accepted] = [await world.phones.told(), world.accepted.splice(0)]
  const broken = await violations({ database: world.url, now: world.clock.now(), accepted })
  const heard = await wronglyHeard(world.url, told, world.towns)
  const logged = world.errors
    .splice(0)
    .flatMap(({ line, during }) =>
      isExpected(line, during) ? [] : [`logged while ${during.join(', ') || 'all was well'}: ${line.trim()}`],
    )
  return [...broken, ...heard, ...new Set(logged)]
}

/** What may be logged as an error, and only then; `during` is the fault. */
const EXPECTED: readonly Readonly<{ line: RegExp; during?: RegExp }>[] = [{ line: /"(?:inbox|id)":"poison-/ }]

const isExpected = (line: string, during: readonly string[]): boolean =>
  EXPECTED.some((one) => one.line.test(line) && (!one.during || during.some((name) => one.during?.test(name))))
