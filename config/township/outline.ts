import { z } from 'zod'
import type { Town } from '../../domain/town.ts'
import { wording } from '../wording.ts'
import { type Notes, refuse } from './notes.ts'
import { readText } from './source.ts'

const spot = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number())
const ring = z.array(spot).min(4)
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) })
const several = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) })
const shape = z.union([polygon, several])
const feature = z.object({ type: z.literal('Feature'), geometry: shape })
const file = z.union([
  shape,
  feature,
  z.object({ type: z.literal('FeatureCollection'), features: z.array(feature).min(1) }),
])

/** What a screen can draw; a border with more is a survey, and is slow on a telephone. */
const MOST_SPOTS = 5000

/** Reads outline.geojson: the border of the township for its sketch, in the degrees of villages.csv. Holes are not drawn. */
export async function readOutline(notes: Notes, path: string): Promise<NonNullable<Town['outline']>> {
  const text = await readText(notes, path, true)
  if (text === null) return []
  const where = { file: path, line: null, field: 'outline.geojson' }
  const read = file.safeParse(parsed(text))
  if (!read.success) refuse(notes, where, wording.badOutline())
  const rings = read.success ? ringsOf(read.data) : []
  if (rings.flat().length > MOST_SPOTS) refuse(notes, where, wording.longOutline(MOST_SPOTS))
  return rings.map((each) => each.map(([lng, lat]) => ({ lat, lng })))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The outer ring of each piece. */
function ringsOf(found: z.infer<typeof file>): z.infer<typeof ring>[] {
  if (found.type === 'FeatureCollection') return found.features.flatMap(ringsOf)
  if (found.type === 'Feature') return ringsOf(found.geometry)
  const pieces = found.type === 'Polygon' ? [found.coordinates] : found.coordinates
  return pieces.flatMap(([outer]) => (outer ? [outer] : []))
}
