import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { append, TODAY, township } from './folder.ts'

describe('assets.csv', () => {
  it('of the sample is read', async () => {
    const loaded = await loadTowns(await township(), TODAY)
    expect(loaded.ok && loaded.towns[0]?.assets?.map(({ kind }) => kind)).toContain('room')
  })

  it('may be missing', async () => {
    const loaded = await loadTowns(await township({ 'assets.csv': null }), TODAY)
    expect(loaded.ok && loaded.towns[0]?.assets).toEqual([])
  })

  it.each([
    ['car-1,vehicle,皮卡,,,,', '用了两次'],
    ['car-9,boat,快艇,,,,', 'boat'],
    ['car-9,vehicle,,,,,', 'name'],
    ['car-9,vehicle,皮卡,nowhere,,,', 'nowhere'],
    ['car-9,vehicle,皮卡,dadui,u-nobody,,', 'u-nobody'],
    ['car-9,vehicle,皮卡,dadui,u-tangwei,2026-02-30,', '2026-02-30'],
  ])('names the line and what is wrong: %s', async (line, words) => {
    const loaded = await loadTowns(await township({ 'assets.csv': append(line) }), TODAY)
    const [fault] = loaded.ok ? [] : loaded.faults
    expect(fault).toMatchObject({ line: 8, problem: expect.stringContaining(words) })
  })
})
