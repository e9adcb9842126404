import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { change, edited, TODAY, township } from './folder.ts'

describe('training in town.yaml', () => {
  it.each([
    ['training: off', 'training: on', true],
    ['training: off', 'training: ON', true],
    ['training: off', '', false],
  ])('%s → %s', async (from, to, expected) => {
    const { town } = await edited({ 'town.yaml': change(from, to) })
    expect(town.training).toBe(expected)
  })

  it('is off in the sample, and nothing but on or off', async () => {
    expect((await edited({})).town.training).toBe(false)
    const read = await loadTowns(await township({ 'town.yaml': change('training: off', 'training: 有时') }), TODAY)
    expect(read).toMatchObject({ ok: false, faults: [{ field: 'training' }] })
  })
})
