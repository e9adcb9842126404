import { z } from 'zod'
import { HOT_DAYS, hotSpots } from '../../../domain/board/hotspots.ts'
import { around, hullOf, sheetFor, type Spot } from '../../../domain/board/outline.ts'
import { findTown } from '../../../domain/people/directory.ts'
import type { Town, Village } from '../../../domain/town.ts'
import { CASES } from '../../roles.ts'
import { ROUTES } from '../../wording/api.ts'
import { route } from '../route.ts'
import { filters, queryFor, withoutHidden } from './query.ts'

const counts = z.object({ open: z.number(), overdue: z.number(), emergency: z.number(), lately: z.number() })
const dot = z.object({ x: z.number(), y: z.number() })
const village = counts.extend({
  code: z.string(),
  name: z.string(),
  hot: z.boolean(),
  /** null where nobody said where it lies */
  spot: dot.nullable(),
})
const townMap = z.object({
  code: z.string(),
  name: z.string(),
  /** rings of the border; drawn around the villages where none is given */
  outline: z.array(z.array(dot)),
  drawn: z.boolean(),
  villages: z.array(village),
  elsewhere: counts,
})
export type TownMap = z.infer<typeof townMap>
type Counts = z.infer<typeof counts>
type VillageCount = Counts & Readonly<{ village: string | null }>

const NONE: Counts = { open: 0, overdue: 0, emergency: 0, lately: 0 }
const DAY_MS = 86_400_000

/** A sketch of each township: its villages as points, what is open there, and where most happened lately. */
export const mapRoute = route({
  method: 'GET',
  path: '/api/map',
  summary: ROUTES.map,
  roles: CASES,
  query: filters,
  answer: z.object({ now: z.string(), towns: z.array(townMap) }),
  async handle(ask) {
    const since = new Date(ask.now.getTime() - HOT_DAYS * DAY_MS)
    const query = await withoutHidden(ask, queryFor(ask), since)
    const found = await ask.desk.ctx.store.villageCounts(query, since)
    const towns = query.places.map(({ town }) => {
      const here = found.filter((each) => each.town === town)
      return mapOf(findTown(ask.desk.ctx, town), here)
    })
    return { now: ask.now.toISOString(), towns }
  },
})

function mapOf(town: Town, here: readonly VillageCount[]): TownMap {
  const border = town.outline ?? []
  const placed = town.villages.flatMap((each) => spotOf(each) ?? [])
  const onSheet = sheetFor([...placed, ...border.flat()])
  const outline = border.length > 0 ? border.map((ring) => ring.map(onSheet)) : [around(hullOf(placed).map(onSheet))]
  const counted = town.villages.map((each) => ({
    each,
    ...(here.find(({ village }) => village === each.code) ?? NONE),
  }))
  const hot = hotSpots(counted.map(({ each, lately }) => ({ code: each.code, lately })))
  return {
    code: town.code,
    name: town.name,
    outline: outline.map((ring) => [...ring]),
    drawn: border.length === 0,
    villages: counted.map(({ each, open, overdue, emergency, lately }) => {
      const spot = spotOf(each)
      const { code, name } = each
      return { code, name, open, overdue, emergency, lately, hot: hot.includes(code), spot: spot && onSheet(spot) }
    }),
    elsewhere: here.filter(({ village }) => !town.villages.some(({ code }) => code === village)).reduce(plus, NONE),
  }
}

const plus = (one: Counts, other: Counts): Counts => ({
  open: one.open + other.open,
  overdue: one.overdue + other.overdue,
  emergency: one.emergency + other.emergency,
  lately: one.lately + other.lately,
})

const spotOf = ({ lat, lng }: Village): Spot | null => (lat === null || lng === null ? null : { lat, lng })
