import { setImmediate as turn } from 'node:timers/promises'
import type { Reading } from './database.ts'
import { toText } from './json.ts'
import type { SearchQuery } from './store.ts'

/** Days of case numbers, yymmdd, both inclusive. */
export type Slice = Readonly<{ firstDay: string; lastDay: string }>

/** The newest is looked for in the last week; what lies further back in pieces that hold nobody up. */
const FIRST_DAYS = 7
const MOST_DAYS = 56
const DAY_MS = 86_400_000

/**
 * Looks through the cases of a township from the newest day back until `wanted` are found, along the index of their numbers;
 * between two slices others have their turn, however many years there are.
 */
export async function inSlices<T>(
  reading: Reading,
  query: Pick<SearchQuery, 'town' | 'since' | 'before'>,
  wanted: number,
  look: (slice: Slice, take: number) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const found: T[] = []
  const span = await spanOf(reading, query)
  if (!span) return found
  let days = FIRST_DAYS
  for (let last = span.last; last >= span.first && found.length < wanted; days = Math.min(MOST_DAYS, days * 2)) {
    const first = Math.max(span.first, last - (days - 1) * DAY_MS)
    found.push(...(await look({ firstDay: dayOf(first), lastDay: dayOf(last) }, wanted - found.length)))
    last = first - DAY_MS
    await turn()
  }
  return found
}

/** The first and the last day on which there may be something, as midnights of UTC. */
async function spanOf({ models }: Reading, { town, since, before }: Pick<SearchQuery, 'town' | 'since' | 'before'>) {
  const day = (order: 'asc' | 'desc') =>
    models.task.findFirst({ where: { town: toText(town) }, select: { day: true }, orderBy: { day: order } })
  const [oldest, newest] = await Promise.all([day('asc'), day('desc')])
  if (!oldest || !newest) return null
  // a case is numbered by the day in Shanghai, which may be a day ahead
  return {
    first: Math.max(midnight(oldest.day), since ? floor(since) : -Infinity),
    last: Math.min(midnight(newest.day), before ? floor(before) + DAY_MS : Infinity),
  }
}

const floor = (at: Date): number => Math.floor(at.getTime() / DAY_MS) * DAY_MS
const midnight = (day: string): number =>
  Date.UTC(2000 + Number(day.slice(0, 2)), Number(day.slice(2, 4)) - 1, Number(day.slice(4, 6)))
const dayOf = (at: number): string => new Date(at).toISOString().slice(2, 10).replaceAll('-', '')
