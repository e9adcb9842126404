import { z } from 'zod'
import { DONE_DAYS } from '../../../domain/board/columns.ts'
import { SOURCES } from '../../../domain/board/source.ts'
import type { Task } from '../../../domain/task.ts'
import { sees, type Viewer } from '../../viewer.ts'
import type { Desk } from '../../desk.ts'
import type { Ask } from '../route.ts'

const code = z.string().trim().min(1).max(64).optional()

/** What a board may be narrowed to. */
export const filters = z.strictObject({
  town: code,
  station: code,
  village: code,
  item: code,
  level: z.enum(['emergency', 'urgent', 'normal']).optional(),
  source: z.enum(SOURCES).optional(),
})
type Filters = z.infer<typeof filters>

const DAY_MS = 86_400_000
export type BoardQuery = Parameters<Desk['ctx']['store']['boardCounts']>[0]

/** What the viewer asks for, no further than he sees. */
export function queryFor({ viewer, query, now }: Pick<Ask<Filters, unknown>, 'viewer' | 'query' | 'now'>): BoardQuery {
  const { town, station, village, item, level, source } = query
  return {
    places: placesOf(viewer, town),
    lead: station,
    village,
    item,
    level,
    source,
    now,
    doneSince: new Date(now.getTime() - DONE_DAYS * DAY_MS),
    without: [],
  }
}

/** Who is of no unit and does not see all has no board of that township. */
function placesOf({ places }: Viewer, wanted: string | undefined): BoardQuery['places'] {
  return places
    .filter(({ town, all, station }) => (wanted ?? town.code) === town.code && (all || station !== null))
    .map(({ town, all, station }) => ({ town: town.code, station: all ? null : station }))
}

/** The cases with these ids that the viewer may see, in their order. */
export async function seenOf({ desk, viewer }: Pick<Ask<unknown, unknown>, 'desk' | 'viewer'>, ids: readonly string[]) {
  const tasks = await Promise.all(ids.map((id) => desk.ctx.store.task(id)))
  return tasks.filter((task): task is Task => task !== null && sees(viewer, task))
}

/** The same query without what is kept from him: a count tells of it, too. */
export async function withoutHidden(
  ask: Pick<Ask<unknown, unknown>, 'desk' | 'viewer'>,
  query: BoardQuery,
  since: Date | null,
): Promise<BoardQuery> {
  const doubtful = await ask.desk.ctx.store.boardDoubtful(query, since)
  const seen = new Set((await seenOf(ask, doubtful)).map(({ id }) => id))
  return { ...query, without: doubtful.filter((id) => !seen.has(id)) }
}
