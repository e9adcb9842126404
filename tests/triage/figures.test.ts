import { beforeAll, describe, expect, it } from 'vitest'
import { bed, figures, type Bed } from '../../bench/triage/figures.ts'
import { unseen } from '../../bench/triage/sentences.ts'

describe('what villagers write', () => {
  let on: Bed
  beforeAll(async () => {
    on = await bed()
  }, 180_000)

  it('is understood as well as was promised, on sentences nothing was learnt from', async () => {
    const found = figures(on, await unseen('test'))
    expect(found.sentences).toBeGreaterThanOrEqual(400)
    expect(found.lead).toBeGreaterThanOrEqual(0.9)
    expect(found.place).toBeGreaterThanOrEqual(0.95)
    expect(found.danger.recall).toBe(1)
    expect(found.danger.falseAlarms).toBeLessThanOrEqual(0.03)
    expect(found.intent).toBeGreaterThanOrEqual(0.95)
    expect(found.auto.precision).toBeGreaterThanOrEqual(0.95)
  })

  it('is understood nearly as well on sentences written without sight of the rules', async () => {
    const found = figures(on, await unseen('others'))
    expect(found.sentences).toBeGreaterThanOrEqual(700)
    expect(found.lead).toBeGreaterThanOrEqual(0.9)
    expect(found.place).toBeGreaterThanOrEqual(0.95)
    // harder than the messages of a usual day: one in six tells of danger, one in eight only sounds like it
    expect(found.danger.recall).toBeGreaterThanOrEqual(0.94)
    expect(found.danger.falseAlarms).toBeLessThanOrEqual(0.045)
    expect(found.intent).toBeGreaterThanOrEqual(0.91)
    expect(found.auto.precision).toBeGreaterThanOrEqual(0.95)
  })
})
