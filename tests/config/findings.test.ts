import { mkdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { openLists } from '../../app/lists/open.ts'
import { loadTowns } from '../../config/township/load.ts'
import { change, emptyFolder, township } from './folder.ts'

/** After the arrangement for the next year was published, and nobody wrote it down. */
const LATE = '2026-11-30'

it.each(['absolute', './relative'])('the page shows what doctor says of the folder: %s path', async (how) => {
  const dir = await township({ 'roster.csv': (text) => `${text}2026-11-30,chengguan,u-sunmei,\n` })
  const root = how === 'absolute' ? dir : `./${relative('.', dir)}`
  const { warnings } = await loadTowns(root, LATE)
  expect(warnings.map(({ problem }) => problem)).toEqual([
    expect.stringContaining('孙梅'),
    expect.stringContaining('2027'),
  ])
  const found = await openLists(root, async () => undefined).lint('QS', LATE)
  expect(found).toEqual({ faults: [], warnings })
})

it('of a county it shows what is of this township and what is everybody’s, and nothing of the neighbour', async () => {
  const dir = await emptyFolder()
  const late = { 'roster.csv': (text: string) => `${text}2026-11-30,chengguan,u-sunmei,\n` }
  const neighbour = { 'town.yaml': change('code: QS', 'code: BY'), 'roster.csv': null }
  for (const [name, edits] of Object.entries({ qs: late, 'qs-2': neighbour })) {
    await mkdir(join(dir, name))
    await township(edits, join(dir, name))
    await rm(join(dir, name, 'holidays'), { recursive: true })
  }
  const lists = openLists(dir, async () => undefined)
  const said = async (town: string) => (await lists.lint(town, LATE))?.warnings.map(({ problem }) => problem) ?? []
  const years = [expect.stringContaining('2026'), expect.stringContaining('2027')]
  expect(await said('QS')).toEqual([expect.stringContaining('孙梅'), ...years])
  expect(await said('BY')).toEqual(years)
})
