import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readStory } from '../../config/story.ts'

const START = new Date('2026-11-30T15:00:00+08:00')

async function written(...rows: readonly string[]): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'shaozi-story-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const file = join(dir, 'story.csv')
  await writeFile(file, ['at,who,case,says,picture', ...rows].join('\n'))
  return file
}

it('is told in the order of time, with days that were meant as days', async () => {
  const file = await written(
    '40m,u-1,b,签收 {},',
    '12d 09:30,v-1,a,有人摆摊,',
    '1d 08:00,u-1,a,违法日期 {} {12d},before',
  )
  const { steps, faults } = await readStory(file, START)
  expect(faults).toEqual([])
  expect(steps).toEqual([
    { at: new Date('2026-11-18T09:30:00+08:00'), who: 'v-1', label: 'a', says: '有人摆摊', picture: null },
    {
      at: new Date('2026-11-29T08:00:00+08:00'),
      who: 'u-1',
      label: 'a',
      says: '违法日期 {} 2026-11-18',
      picture: 'before',
    },
    { at: new Date('2026-11-30T14:20:00+08:00'), who: 'u-1', label: 'b', says: '签收 {}', picture: null },
  ])
})

it('names line and mend of a time nobody can read', async () => {
  const { faults } = await readStory(await written('12天前,v-1,a,有人摆摊,'), START)
  expect(faults).toMatchObject([{ line: 2, field: 'at', mend: expect.stringContaining('12d 09:30') }])
})

it('is no story where there is none', async () => {
  expect(await readStory('/nowhere/story.csv', START)).toEqual({ steps: [], faults: [] })
})

it('of the sample township can be read, and nobody in it is a stranger', async () => {
  const { steps, faults } = await readStory('config/town/story.csv', START)
  expect(faults).toEqual([])
  expect(steps.length).toBeGreaterThan(150)
  expect(steps.every(({ at }) => at <= START)).toBe(true)
})
