import { describe, expect, it } from 'vitest'
import { bed, figures } from '../../bench/triage/figures.ts'
import { unseen } from '../../bench/triage/sentences.ts'

describe('what villagers write', () => {
  it('is understood as well as was promised, on sentences nothing was learnt from', async () => {
    const found = figures(await bed(), await unseen())
    expect(found.sentences).toBeGreaterThanOrEqual(400)
    expect(found.lead).toBeGreaterThanOrEqual(0.9)
    expect(found.place).toBeGreaterThanOrEqual(0.95)
    expect(found.danger.recall).toBe(1)
    expect(found.danger.falseAlarms).toBeLessThanOrEqual(0.03)
    expect(found.intent).toBeGreaterThanOrEqual(0.95)
    expect(found.auto.precision).toBeGreaterThanOrEqual(0.95)
  }, 180_000)
})
