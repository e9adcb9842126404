import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newNotes } from '../../config/township/notes.ts'
import { readOutline } from '../../config/township/outline.ts'

const RING = [
  [113.38, 34.79],
  [113.46, 34.79],
  [113.46, 34.85],
  [113.38, 34.79],
]
const polygon = { type: 'Polygon', coordinates: [RING] }

describe('the border of a township', () => {
  let dir: string
  beforeAll(async () => void (dir = await mkdtemp(join(tmpdir(), 'shaozi-outline-'))))
  afterAll(() => rm(dir, { recursive: true, force: true }))

  const read = async (written: unknown) => {
    const file = join(dir, 'outline.geojson')
    await writeFile(file, typeof written === 'string' ? written : JSON.stringify(written))
    const notes = newNotes()
    return { rings: await readOutline(notes, file), notes }
  }

  it.each([
    ['a polygon', polygon],
    ['several', { type: 'MultiPolygon', coordinates: [[RING], [RING]] }],
    ['a feature with a name', { type: 'Feature', properties: { name: '青石镇' }, geometry: polygon }],
    ['a collection', { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon }] }],
  ])('is read from %s', async (_name, written) => {
    const { rings, notes } = await read(written)
    expect(notes.faults).toEqual([])
    expect(rings[0]?.[1]).toEqual({ lat: 34.79, lng: 113.46 })
  })

  it.each([
    ['no JSON', '{'],
    ['a line', { type: 'LineString', coordinates: RING }],
    ['degrees the wrong way round', { type: 'Polygon', coordinates: [RING.map(([lng, lat]) => [lat, lng])] }],
  ])('is refused with its mend: %s', async (_name, written) => {
    const { rings, notes } = await read(written)
    expect(rings).toEqual([])
    expect(notes.faults.map(({ mend }) => mend).join()).toContain('[经度, 纬度]')
  })

  it('may be absent', async () => {
    const notes = newNotes()
    expect(await readOutline(notes, join(dir, 'none.geojson'))).toEqual([])
    expect(notes.faults).toEqual([])
  })
})
