import fc from 'fast-check'
import { openHouse, type House, type HouseOptions } from '../house.ts'
import { invariants } from './invariants.ts'
import { take, type Step } from './steps.ts'

/** Where a story begins. */
export type Start = Readonly<{
  name: string
  towns: NonNullable<HouseOptions['towns']>
  begins(house: House): Promise<void>
}>

/** Stories that begin at one of the starts and go on in any order; a story that fails is printed with its seed. */
export async function tellStories(starts: readonly Start[], step: fc.Arbitrary<Step>, count: number): Promise<void> {
  const script = fc.record({
    start: fc.constantFrom(...starts.map(({ name }) => name)),
    steps: fc.array(step, { minLength: 10, maxLength: 20, size: 'max' }),
  })
  const property = fc.asyncProperty(script, async ({ start, steps }) => {
    const begun = starts.find(({ name }) => name === start)
    if (begun) await tell(begun, steps)
  })
  // a smaller story would be nice to have, but is not worth minutes of a run that failed
  await fc.assert(property, { numRuns: count, endOnFailure: true })
}

async function tell({ towns, begins }: Start, steps: readonly Step[]): Promise<void> {
  const house = await openHouse({ towns })
  try {
    await begins(house)
    const holds = invariants(house)
    for (const step of steps) {
      await take(house, step)
      await holds.afterStep()
    }
    await holds.atTheEnd()
    house.readsAll()
  } catch (error) {
    house.readsAll()
    await house.close().catch(() => undefined)
    throw error
  }
  await house.close()
}
