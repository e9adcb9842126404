import { describe, expect, it } from 'vitest'
import { soak, type SoakOptions } from './soak.ts'

const SHORT = { days: 1, cases: 30, isLong: false } as const
/** On a machine that is slow and busy. */
const PATIENCE = 300_000

const anySeed = Math.floor(Math.random() * 1_000_000)

/** One simulated day; `npm run soak` tells 24. A day that fails is told again by `npm run soak -- --short --days 1 --cases 30 --seed …`. */
describe('a day of a township on which everything goes wrong', () => {
  const days: readonly Omit<SoakOptions, keyof typeof SHORT>[] = [
    { seed: 7, database: 'sqlite', redis: true },
    { seed: anySeed, database: 'postgres', redis: false },
  ]
  it.each(days)('loses nothing and says nothing thrice: seed $seed, $database', { timeout: PATIENCE }, async (day) => {
    const { violations, cases, faults } = await soak({ ...SHORT, ...day })
    expect(violations, `seed ${day.seed}: ${JSON.stringify(faults)}`).toEqual([])
    expect(cases).toBe(SHORT.cases)
    expect(Object.keys(faults).length).toBeGreaterThan(3)
  })
})
