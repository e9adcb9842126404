import { z } from 'zod'
import { ofKind, type Entry } from '../../../domain/book/entry.ts'
import { COMMAND } from '../../roles.ts'
import { placeFor } from '../../town.ts'
import { assetLine, assetsMark, stillOut } from '../../units/assets.ts'
import type { Desk } from '../../desk.ts'
import { ROUTES } from '../../wording/api.ts'
import { UNITS } from '../../wording/units.ts'
import { PageRefusal, route, type Route } from '../route.ts'

const town = z.string().max(8).optional()
const MOST = 500
const named = z.object({ id: z.string(), name: z.string() })

/** Bookings of a township that are not back. */
export async function openBookings({ ctx }: Desk, code: string): Promise<Entry<'booking'>[]> {
  const asked = { town: code, kinds: ['booking'], states: ['booked'], limit: MOST } as const
  return ofKind(await ctx.store.entries(asked), 'booking')
}

/** The list of what may be booked, as it is kept in the township folder. */
export const assetListRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/assets/list',
    summary: ROUTES.assetList,
    roles: COMMAND,
    query: z.strictObject({ town }),
    answer: z.object({
      mark: z.string(),
      assets: z.array(assetLine),
      stations: z.array(named),
      people: z.array(named.extend({ station: z.string().nullable() })),
    }),
    async handle({ desk, viewer, query }) {
      const { town: found } = placeFor(viewer, query.town)
      const assets = (await desk.lists.assets(found.code)) ?? refuse(409, UNITS.assetsUnread)
      return {
        mark: assetsMark(assets),
        assets: assets.map((each) => ({ ...each })),
        stations: found.stations.map(({ id, name }) => ({ id, name })),
        people: found.people.map(({ userid: id, name, station }) => ({ id, name, station })),
      }
    },
  }),
  route({
    method: 'PUT',
    path: '/api/assets/list',
    summary: ROUTES.putAssets,
    roles: COMMAND,
    body: z.strictObject({ town, mark: z.string().max(64), assets: z.array(assetLine).max(MOST) }),
    answer: z.object({ ok: z.literal(true) }),
    async handle({ desk, viewer, body, now }) {
      const { code } = placeFor(viewer, body.town).town
      const before = (await desk.lists.assets(code)) ?? []
      const [out] = stillOut(before, body.assets, await openBookings(desk, code))
      if (out) refuse(400, UNITS.stillOut(out.name))
      const who = { base: body.mark, by: viewer.userid, now }
      const done = await desk.lists.putAssets(code, body.assets, who)
      if (!done) return refuse(409, UNITS.assetsUnread)
      if (done.stale) return refuse(409, UNITS.assetsStale)
      const [fault] = done.faults
      if (fault) return refuse(400, UNITS.fault(fault.problem, fault.mend))
      return { ok: true }
    },
  }),
]

function refuse(status: number, sentence: string): never {
  throw new PageRefusal(status, sentence)
}
