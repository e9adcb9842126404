import { dice as newDice, type Dice } from '../process/dice.ts'
import { aside, next, pick, report, type Act, type Case } from './acts.ts'
import { FAULTS, possible, type Fault, type FaultName } from './faults.ts'
import { invariants } from './invariants.ts'
import { watch, type Measured } from './measure.ts'
import type { Told } from './phones/protocol.ts'
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
  /** the same thing on the same phone twice, in the same words */
  twice: number
  parked: number
  measured: Measured
  violations: readonly string[]
}>

const START = new Date('2026-11-24T07:00:00+08:00')
const DAY = 24 * 3_600_000
/** a simulated day is so many slots: something goes wrong in one of `CALM` */
const SLOTS = 48
const CALM = { long: 6, short: 4 } as const
/** acts beside each new report: enough to bring most to their end */
const ACTS = 7
const AT_ONCE = 4

/** Simulated days of a township under faults, by the dice; the same seed throws the same. */
export async function soak(options: SoakOptions): Promise<Soaked> {
  const { seed, days, cases, isLong } = options
  const world = await openWorld({ at: START, villagers: Math.max(30, Math.floor(cases / 10)), ...options })
  try {
    if (isLong) await world.core().nights()
    return await live(world, newDice(seed), options, cases / (days * SLOTS))
  } finally {
    await world.close()
  }
}

async function live(world: World, dice: Dice, options: SoakOptions, perSlot: number): Promise<Soaked> {
  const watched = watch()
  const told: Told[] = []
  const counts: Partial<Record<FaultName, number>> = {}
  const violations: string[] = []
  let acts = 0
  let reported = 0
  for (let slot = 1; slot <= options.days * SLOTS; slot += 1) {
    const fault = dice.throw(options.isLong ? CALM.long : CALM.short) === 0 ? pick(possible(world, options.isLong), dice) : null
    if (fault) counts[fault] = (counts[fault] ?? 0) + 1
    const wanted = Math.round(perSlot * slot) - reported
    acts += await through(world, fault, dice, () => slotOf(world, dice, reported, wanted, acts))
    reported += wanted
    await world.until(new Date(Math.max(world.clock.now().getTime(), START.getTime() + (slot * DAY) / SLOTS)))
    keep(world, told)
    if (slot % SLOTS !== 0) continue
    const found = await judged(world, told)
    violations.push(...found)
    const heap = watched.day()
    options.say?.({ day: slot / SLOTS, reported, acts, heapMb: Math.round(heap), violations: found })
  }
  const parked = await world.rows(`SELECT "key" FROM "outbox" WHERE "status" = 'parked'`)
  return {
    seed: options.seed,
    cases: reported,
    acts,
    faults: counts,
    twice: twice(told),
    parked: parked.length,
    measured: watched.end(),
    violations: [...new Set(violations)],
  }
}

/** People act while something is wrong, and once more when it is mended. */
async function through(world: World, name: FaultName | null, dice: Dice, act: () => Promise<number>): Promise<number> {
  if (name === null) return act()
  const fault: Fault = FAULTS[name]
  world.during.add(name)
  await fault.begin(world, dice)
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
  for (let n = 0; n < wanted * ACTS && open.length > 0; n += 1) {
    const act = next(world, pick(open, dice), dice, serial + n)
    if (act) todo.push(act)
  }
  if (dice.throw(3) === 0) todo.push(aside(world, dice))
  const shuffled = todo.map((act) => ({ act, at: dice.throw(1_000_000) })).toSorted((a, b) => a.at - b.at)
  const step = (0.9 * DAY) / SLOTS / Math.ceil(shuffled.length / AT_ONCE || 1)
  for (let n = 0; n < shuffled.length; n += AT_ONCE) {
    const together = shuffled.slice(n, n + AT_ONCE)
    await Promise.all(together.map(({ act }) => says(world, act.who, act.text, act.grey)))
    await world.core().idle()
    await (world.isUp() ? world.until : world.jump)(new Date(world.clock.now().getTime() + step))
  }
  await tapSomething(world, dice)
  return todo.length
}

async function tapSomething(world: World, dice: Dice): Promise<void> {
  const cards = world.phones.cards().filter(({ id, chat }) => id.startsWith('b') && !chat.startsWith('wr'))
  if (cards.length === 0) return
  const card = pick(cards, dice)
  await taps(world, card.chat, card.chat, card.id, pick(card.keys, dice))
  await world.core().idle()
}

/** Words are long and days are many: what is known by its number and a few words is enough. */
function keep(world: World, told: Told[]): void {
  for (const one of world.phones.take()) {
    if (one.numbers.length === 0) continue
    const [number = ''] = one.numbers
    if (one.chat.startsWith('v-') && !world.reporters.has(number)) world.reporters.set(number, one.chat)
    told.push({ ...one, keys: [] })
  }
}

async function judged(world: World, told: readonly Told[]): Promise<string[]> {
  await world.core().idle()
  const broken = await invariants(world.url, { told, accepted: world.accepted, now: world.clock.now() })
  const logged = world.errors.splice(0).flatMap(({ line, during }) => {
    const said = JSON.parse(line) as { msg?: string }
    return isExpected(said.msg ?? line, during) ? [] : [`logged while ${during.join(', ') || 'all was well'}: ${line.trim()}`]
  })
  return [...broken, ...new Set(logged)]
}

/** What may be logged as an error, and only then. */
const EXPECTED: readonly (readonly [words: RegExp, during: RegExp])[] = []

const isExpected = (words: string, during: readonly string[]): boolean =>
  EXPECTED.some(([said, when]) => said.test(words) && during.some((name) => when.test(name)))

function twice(told: readonly Told[]): number {
  const seen = new Set<string>()
  let count = 0
  for (const { chat, text, push, changed } of told) {
    if (!push || changed) continue
    if (seen.has(`${chat} ${text}`)) count += 1
    seen.add(`${chat} ${text}`)
  }
  return count
}
