import { expect, vi } from 'vitest'
import type { Step } from '../../crash.ts'
import { rowsIn } from '../invariants/books.ts'
import { expectInvariants } from '../invariants/invariants.ts'
import { openHouse, type House, type HouseOptions } from '../scenarios/house.ts'
import { dyingAt, reborn } from './death.ts'

/** One act of somebody, or of the clock, and all that follows from it. */
export type Area = Readonly<{
  options?: HouseOptions
  /** counted from the first of these on */
  from: Step
  /** what has happened by then; nobody dies of it */
  before?(house: House): Promise<void>
  /** answers the msgid of what somebody said; null where it was the clock */
  act(house: House): Promise<string | null>
  /** what must be so, whenever it died */
  after(house: House): Promise<void>
}>

/**
 * Lives through the act once, then dies at one of its steps after the other; each time what must hold holds. Answers
 * where it died. Of steps of one sort that follow each other only the first is tried, unless `npm run faults` wants all.
 */
export async function everyStep(area: Area): Promise<readonly Step[]> {
  const { steps } = await lives(area, null)
  const died: Step[] = []
  for (const [n, step] of steps.entries()) {
    if (step === steps[n - 1] && process.env['FAULTS'] !== 'all') continue
    const { at } = await lives(area, n + 1)
    if (at) died.push(at)
  }
  return died
}

async function lives(area: Area, n: number | null): Promise<Readonly<{ at: Step | null; steps: readonly Step[] }>> {
  const house = await openHouse(area.options)
  await area.before?.(house)
  const life = dyingAt(house, n, area.from)
  try {
    const before = { bubbles: house.simulator.bubbles.length, taken: await taken(house) }
    const msgid = await area.act(house)
    if (msgid !== null) await until(async () => life.death() !== null || (await taken(house)) > before.taken)
    await house.settled()
    const death = life.death()
    if (death) await reborn(house, death)
    // WeCom does so with what it was not told of; with what it was told of it does no harm
    if (msgid !== null) house.simulator.faults.redeliver(msgid)
    if (msgid !== null) await until(async () => (await taken(house)) > before.taken)
    await house.settled()
    await house.forward('2m')
    await expectInvariants(seenOf(house, death ? 1 : 0, before.bubbles))
    await area.after(house)
    house.readsAll()
    return { at: death?.at ?? null, steps: life.steps }
  } catch (error) {
    throw new Error(`died at step ${n ?? 0}, ${life.death()?.at ?? 'not at all'}: ${String(error)}`, { cause: error })
  } finally {
    life.end()
    house.readsAll()
    await house.close()
  }
}

const until = (holds: () => Promise<boolean>) => vi.waitUntil(holds, { timeout: 20_000, interval: 5 })

/** How many messages were committed, as the running program knows. */
async function taken({ dataDir }: House): Promise<number> {
  const [row] = await rowsIn(`file:${dataDir}/shaozi.db`, 'SELECT COUNT(*) AS "n" FROM "inbox"')
  return Number(row?.['n'])
}

/** A house as the invariants see it; what was said before is not looked at. */
function seenOf(house: House, deaths: number, before: number) {
  return {
    database: `file:${house.dataDir}/shaozi.db`,
    now: house.clock.now(),
    phones: { bubbles: house.simulator.bubbles, since: before, towns: house.core.ctx.towns, deaths },
    logs: { lines: house.lines, secrets: SECRETS },
  }
}

/** Villagers by the name WeCom knows them by, and what they say. */
const SECRETS = ['v-lihua', 'v-zhaomin', '王家村村口', '13800001111']

export const expectDeaths = (died: readonly Step[], ...steps: readonly Step[]): void =>
  expect(died).toEqual(expect.arrayContaining([...steps]))
