import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../../config/township/load.ts'
import { change, emptyFolder, TODAY, township } from '../folder.ts'

describe('faults', () => {
  it('come all at once, over all files', async () => {
    const dir = await township({
      'town.yaml': change('code: QS ', 'code: qs '),
      'duties.csv': change('own,chengguan,paichu', 'own,nobody,paichu'),
      'clocks.yaml': change('sign: 15m', 'sign: soon'),
      'villages.csv': change('QS02,', 'QS01,'),
    })
    const read = await loadTowns(dir, TODAY)
    const files = read.ok ? [] : read.faults.map(({ file }) => file.slice(dir.length + 1))
    expect(files.toSorted()).toEqual(['clocks.yaml', 'duties.csv', 'town.yaml', 'villages.csv'])
  })

  it('say so when there is no folder, or nothing in it', async () => {
    for (const dir of ['/nowhere/at/all', await emptyFolder()]) {
      const read = await loadTowns(dir, TODAY)
      expect(read).toMatchObject({ ok: false, faults: [{ file: `${dir}/town.yaml`, field: 'town.yaml', line: null }] })
    }
  })
})
