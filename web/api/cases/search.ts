import { z } from 'zod'
import { addDays, instant } from '../../../domain/calendar/zone.ts'
import { findStation } from '../../../domain/people/directory.ts'
import { maskFor } from '../../../domain/privacy/mask.ts'
import { STAGES, type Stage, type Task } from '../../../domain/task.ts'
import { boardRow, boardRowShape } from '../../board/row.ts'
import { CASES } from '../../roles.ts'
import { sees, type Place, type Viewer } from '../../viewer.ts'
import { API, ROUTES } from '../../wording/api.ts'
import { PageRefusal, route, type Ask } from '../route.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const PER_PAGE = 20

const query = z.strictObject({
  town: z.string().max(8).optional(),
  words: z.string().trim().max(60).optional(),
  place: z.string().max(32).optional(),
  unit: z.string().max(64).optional(),
  stage: z.enum(STAGES).optional(),
  from: day.optional(),
  /** the last day */
  to: day.optional(),
  page: z.coerce.number().int().min(1).max(500).default(1),
})
type Query = z.infer<typeof query>

const option = z.object({ id: z.string(), name: z.string() })

/** The list of cases: the scope is a matter of the query itself. */
export const searchRoute = route({
  method: 'GET',
  path: '/api/cases',
  summary: ROUTES.cases,
  roles: CASES,
  query,
  answer: z.object({
    rows: z.array(boardRowShape),
    page: z.number(),
    more: z.boolean(),
    towns: z.array(option),
    units: z.array(option),
    places: z.array(option),
  }),
  async handle({ desk, viewer, query: asked }: Ask<Query, unknown>) {
    const place = placeOf(viewer, asked.town)
    const found = place.all || place.station ? await desk.ctx.store.search(searchOf(place, asked)) : []
    const { town } = place
    return {
      rows: found
        .slice(0, PER_PAGE)
        .filter((task) => sees(viewer, task) && isShownWith(task, asked.words))
        .map((task) => boardRow(task, town)),
      page: asked.page,
      more: found.length > PER_PAGE,
      towns: viewer.places.map((each) => ({ id: each.town.code, name: each.town.name })),
      units: town.stations.map(({ id, name }) => ({ id, name })),
      places: town.villages.map(({ code, name }) => ({ id: code, name })),
    }
  },
})

function placeOf({ places }: Viewer, code: string | undefined): Place {
  const found = code === undefined ? places[0] : places.find(({ town }) => town.code === code)
  if (!found) throw new PageRefusal(404, API.notFound)
  return found
}

function searchOf({ town, all, station }: Place, { words, place, unit, stage, from, to, page }: Query) {
  const stages: readonly Stage[] = stage ? [stage] : []
  return {
    town: town.code,
    limit: PER_PAGE + 1,
    offset: (page - 1) * PER_PAGE,
    ...(all || station === null ? {} : { station }),
    ...(words ? (numberIn(words) ?? { words }) : {}),
    ...(place ? { place } : {}),
    ...(unit && findStation(town, unit) ? { lead: unit } : {}),
    ...(stages.length > 0 ? { stages } : {}),
    ...(from ? { since: instant(from, 0) } : {}),
    ...(to ? { before: instant(addDays(to, 1), 0) } : {}),
  }
}

/** 7, 0007, 261124-0007 or QS261124-0007 */
function numberIn(words: string): Readonly<{ day?: string; seq: number }> | null {
  const found = /^(?:[a-z]{0,4}(\d{6})-)?(\d{1,8})$/i.exec(words)
  if (!found) return null
  const [, day, seq] = found
  return { ...(day === undefined ? {} : { day }), seq: Number(seq) }
}

/** What is hidden in a text cannot be found by it either: else a phone number could be tried until it fits. */
function isShownWith({ caseNo, text, place, shield }: Task, words: string | undefined): boolean {
  if (!words) return true
  const said = words.toLowerCase()
  const shown = maskFor(shield)
  return [caseNo, shown(text), shown(place?.name ?? '')].some((each) => each.toLowerCase().includes(said))
}
