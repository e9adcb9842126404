import { z } from 'zod'
import { DAY, dayOf } from '../../../domain/calendar/zone.ts'
import type { Station, Town } from '../../../domain/town.ts'
import { COMMAND, WATCH } from '../../roles.ts'
import { placeFor, unitsFor } from '../../town.ts'
import type { Viewer } from '../../viewer.ts'
import { assetShape, assetsOf } from '../../units/assets.ts'
import { unitOf, unitShape } from '../../units/load.ts'
import { paperShape, papersOf } from '../../units/papers.ts'
import { monthShape, rosterMonth } from '../../units/roster.ts'
import { API, ROUTES } from '../../wording/api.ts'
import { UNITS } from '../../wording/units.ts'
import { PageRefusal, route, type Ask, type Route } from '../route.ts'
import { openBookings } from './assets.ts'

const roles = ['head', ...WATCH] as const
const town = z.string().max(8).optional()
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const LATELY = 30 * DAY

/** What units have in hand, who is there, their papers, their equipment and their roster. */
export const unitRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/units',
    summary: ROUTES.units,
    roles,
    query: z.strictObject({ town }),
    answer: z.object({ day: z.string(), units: z.array(unitShape), papers: z.array(paperShape) }),
    async handle({ desk, viewer, query, now }) {
      const place = placeFor(viewer, query.town)
      const units = unitsFor(viewer, place)
      const loads = await desk.ctx.store.loads(place.town.code, now, new Date(now.getTime() - LATELY))
      const own = new Set(units.map(({ id }) => id))
      const people = place.town.people.filter(({ station }) => place.all || own.has(station ?? ''))
      return {
        day: dayOf(now),
        units: units.map((station) => unitOf(place.town, station, loads, now)),
        papers: papersOf(place.town, people, now),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/api/assets',
    summary: ROUTES.assets,
    roles,
    query: z.strictObject({ town }),
    answer: z.object({ assets: z.array(assetShape) }),
    async handle({ desk, viewer, query, now }) {
      const place = placeFor(viewer, query.town)
      return { assets: assetsOf(place.town, await openBookings(desk, place.town.code), now) }
    },
  }),
  route({
    method: 'GET',
    path: '/api/units/:unit/roster',
    summary: ROUTES.roster,
    roles,
    query: z.strictObject({ town, month: month.optional() }),
    answer: monthShape,
    async handle(ask) {
      const { desk, viewer, query, now } = ask
      const { station, town: found } = unitIn(ask, query.town)
      const today = dayOf(now)
      const roster = (await desk.lists.roster(found.code)) ?? refuse(409, UNITS.unread)
      const facts = { roster, calendar: desk.ctx.calendar, today }
      const shown = rosterMonth(found, station, query.month ?? today.slice(0, 7), facts)
      return { ...shown, mayEdit: mayEdit(viewer, station) }
    },
  }),
  route({
    method: 'PUT',
    path: '/api/units/:unit/roster',
    summary: ROUTES.putRoster,
    roles: ['head', ...COMMAND],
    body: z.strictObject({
      town,
      month,
      mark: z.string().max(64),
      shifts: z
        .array(z.strictObject({ date: z.iso.date(), userid: z.string().max(64), shift: z.string().trim().max(30) }))
        .max(1000),
    }),
    answer: z.object({ ok: z.literal(true) }),
    async handle(ask) {
      const { desk, viewer, body, now } = ask
      const { station, town: found } = unitIn(ask, body.town)
      if (!mayEdit(viewer, station)) refuse(403, UNITS.notYours)
      if (body.shifts.some(({ date }) => !date.startsWith(body.month))) refuse(400, UNITS.notWithin)
      const shifts = body.shifts.map((shift) => ({ ...shift, station: station.id }))
      const who = { base: body.mark, by: viewer.userid, now }
      const done = await desk.lists.putRoster(found.code, station.id, body.month, shifts, who)
      if (!done) return refuse(409, UNITS.unread)
      if (done.stale) return refuse(409, UNITS.stale)
      const [fault] = done.faults
      if (fault) return refuse(400, UNITS.fault(fault.problem, fault.mend))
      return { ok: true }
    },
  }),
]

function refuse(status: number, sentence: string): never {
  throw new PageRefusal(status, sentence)
}

/** The unit of an address, where it is one of his. */
function unitIn(
  { viewer, params }: Pick<Ask<unknown, unknown>, 'viewer' | 'params'>,
  asked: string | undefined,
): Readonly<{ town: Town; station: Station }> {
  const place = placeFor(viewer, asked)
  const station = unitsFor(viewer, place).find(({ id }) => id === params['unit'])
  return station ? { town: place.town, station } : refuse(404, API.notFound)
}

const mayEdit = ({ userid, roles: own }: Viewer, { head }: Station): boolean =>
  head === userid || own.includes('head') || own.some((role) => (COMMAND as readonly string[]).includes(role))
