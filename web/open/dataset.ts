import { z } from 'zod'
import { dayOf, instant } from '../../domain/calendar/zone.ts'
import { countable, isOver, LEAST, published, type PublicCase } from '../../domain/open/published.ts'
import type { Town } from '../../domain/town.ts'
import { OPEN } from '../wording/open.ts'
import type { Fields } from './format.ts'
import type { OpenPort } from './port.ts'
import { jurisdiction, page } from './query.ts'

const day = z.iso.date()

export const CasesQuery = z.object({ town: jurisdiction.optional(), since: day.optional(), page: page.default(1) })
export const CountsQuery = z.object({ town: jurisdiction.optional(), since: day.optional(), until: day.optional() })

/** Rows of a page; what is withheld keeps its place, so that a page that was read once stays as it was but for its states. */
export const PAGE = 500

export const CASE_COLUMNS = [
  'case_no',
  'town',
  'item_code',
  'item',
  'level',
  'status',
  'stage',
  'unit',
  'village',
  'opened_on',
  'dispatched_on',
  'finished_on',
] as const
export const COUNT_COLUMNS = ['town', 'item_code', 'item', 'village', 'cases'] as const

export type Page = Readonly<{ rows: readonly Fields[]; isFull: boolean }>

/** Oldest first, whatever was opened since a day (of Shanghai). */
export async function casesOf({ store }: OpenPort, town: Town, asked: z.infer<typeof CasesQuery>): Promise<Page> {
  const found = await store.register({
    town: town.code,
    ...(asked.since ? { since: instant(asked.since, 0) } : {}),
    order: 'oldest',
    skip: (asked.page - 1) * PAGE,
    limit: PAGE,
  })
  const crowds = found.length > 0 ? await store.crowds({ town: town.code }) : []
  const rows = found.flatMap((row) => {
    const seen = published(row, town, crowds)
    return seen ? [caseFields(seen, town)] : []
  })
  return { rows, isFull: found.length === PAGE }
}

/** How many there were of each item in each village; a cell of few is no cell. */
export async function countsOf(
  { store }: OpenPort,
  town: Town,
  { since, until }: z.infer<typeof CountsQuery>,
): Promise<Page> {
  const span = {
    ...(since ? { since: instant(since, 0) } : {}),
    ...(until ? { before: instant(until, 24 * 60) } : {}),
  }
  const crowds = countable(await store.crowds({ town: town.code, ...span }))
  const rows = crowds.flatMap(({ place, item, count }) => {
    const village = town.villages.find(({ code }) => code === place)
    const duty = town.duties.find(({ code }) => code === item)
    if (!village || !duty) return []
    return [{ town: town.name, item_code: duty.code, item: duty.name, village: village.name, cases: count }]
  })
  return { rows: rows.toSorted(mostFirst), isFull: false }
}

type Counted = Readonly<{ cases: number; item_code: string; village: string }>
/** Whatever order the database counts in: the same answer twice is the same file. */
const mostFirst = (a: Counted, b: Counted): number =>
  b.cases - a.cases || (`${a.item_code} ${a.village}` < `${b.item_code} ${b.village}` ? -1 : 1)

function caseFields(seen: PublicCase, town: Town): Fields {
  return {
    case_no: seen.no,
    town: town.name,
    item_code: seen.item?.code ?? null,
    item: seen.item?.name ?? null,
    level: OPEN.levels[seen.level],
    status: isOver(seen.stage) ? 'closed' : 'open',
    stage: OPEN.stages[seen.stage],
    unit: seen.unit,
    village: seen.village?.name ?? null,
    opened_on: dayOf(seen.openedAt),
    dispatched_on: seen.dispatchedAt && dayOf(seen.dispatchedAt),
    finished_on: seen.finishedAt && dayOf(seen.finishedAt),
  }
}

/** What stands beside the rows, in JSON. */
export const about = (now: Date) => ({ licence: '/open/licence.txt', least: LEAST, made: now.toISOString() })
