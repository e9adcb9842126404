import { z } from 'zod'
import { isOver, published, type PublicCase } from '../../domain/open/published.ts'
import { toWgs } from '../../domain/route/gcj.ts'
import { STAGES, type Stage } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import { OPEN } from '../wording/open.ts'
import { instantOf, type Fields } from './format.ts'
import type { OpenPort } from './port.ts'
import { jurisdiction, list, moment, page } from './query.ts'

const DAY = 86_400_000
/** by the standard: so many days where no time is asked for, and so many requests at most */
const USUAL_DAYS = 90
const MOST = 1000

export const RequestsQuery = z.object({
  jurisdiction_id: jurisdiction.optional(),
  service_request_id: list.optional(),
  service_code: list.optional(),
  start_date: moment.optional(),
  end_date: moment.optional(),
  status: list.pipe(z.array(z.enum(['open', 'closed']))).optional(),
  page: page.default(1),
  page_size: z.coerce.number().int().min(1).max(MOST).default(MOST),
})

/** The newest first. What is withheld keeps its place, so that a page may hold less than it could. */
export async function requestsOf(
  { store, now }: OpenPort,
  town: Town,
  asked: z.infer<typeof RequestsQuery>,
): Promise<Fields[]> {
  const { service_request_id: ids, service_code: items, start_date: start, end_date: end, status } = asked
  const since = start ?? (ids ? undefined : new Date((end ?? now()).getTime() - USUAL_DAYS * DAY))
  const found = await store.register({
    town: town.code,
    ...(ids ? { caseNos: ids } : {}),
    ...(items ? { items } : {}),
    ...(status ? { stages: stagesOf(status) } : {}),
    ...(since ? { since } : {}),
    ...(end ? { before: end } : {}),
    order: 'newest',
    skip: (asked.page - 1) * asked.page_size,
    limit: asked.page_size,
  })
  const crowds = found.length > 0 ? await store.crowds({ town: town.code }) : []
  return found.flatMap((row) => {
    const seen = published(row, town, crowds)
    return seen ? [requestFields(seen, town)] : []
  })
}

const stagesOf = (status: readonly string[]): readonly Stage[] =>
  STAGES.filter((stage) => status.includes(isOver(stage) ? 'closed' : 'open'))

/** A case as GeoReport v2 shows it: its description is the name of the item, for what was told is nobody's to read. */
function requestFields(seen: PublicCase, town: Town): Fields {
  const { village, item } = seen
  const spot = village?.spot ? toWgs(village.spot) : null
  return {
    service_request_id: seen.no,
    status: isOver(seen.stage) ? 'closed' : 'open',
    status_notes: OPEN.stages[seen.stage],
    service_name: item?.name ?? null,
    service_code: item?.code ?? null,
    description: item?.name ?? null,
    agency_responsible: seen.unit,
    service_notice: null,
    requested_datetime: instantOf(seen.openedAt),
    updated_datetime: instantOf(seen.movedAt),
    expected_datetime: instantOf(seen.dueAt),
    address: village ? `${town.name}${village.name}` : town.name,
    address_id: village?.code ?? null,
    zipcode: null,
    lat: spot && rounded(spot.lat),
    long: spot && rounded(spot.lng),
    media_url: null,
  }
}

const rounded = (degrees: number): number => Math.round(degrees * 10_000) / 10_000
