import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import type { Town } from '../../../domain/town.ts'
import { openHouse } from '../house.ts'
import { openEnv, outsideOf } from './outside.ts'

const NAMES = { unit: '=HYPERLINK("http://x","y")', item: '@占道, 经营' } as const

/** Whoever keeps the township folder may call a unit what he likes; who opens the file must not run it. */
const renamed = (town: Town): Town => ({
  ...town,
  stations: town.stations.map((each) => (each.id === 'chengguan' ? { ...each, name: NAMES.unit } : each)),
  duties: town.duties.map((each) => (each.code === 'CG001' ? { ...each, name: NAMES.item } : each)),
})

it('open data opened as a table works nothing out, and read by a program is what it was', async () => {
  const house = await openHouse({ env: await openEnv(), towns: (towns) => towns.map(renamed) })
  const outside = await outsideOf(house)
  await house.person('v-lihua').says('王家村村口有人占道摆摊')
  await house.settled()
  house.readsAll()
  const [, row = []] = parse((await outside.get('/open/cases.csv')).text) as string[][]
  for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
  expect(row).toContain(`'${NAMES.item}`)
  expect(row).toContain(`'${NAMES.unit}`)
  const json = (await outside.get('/open/cases.json')).text
  expect(json).toContain(JSON.stringify(NAMES.item))
  expect(json).not.toContain(`'${NAMES.item}`)
  await house.close()
})
