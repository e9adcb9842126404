import { z } from 'zod'
import { diffShape, outcomeOf, outcomeShape } from '../../duties/outcome.ts'
import { CASES } from '../../roles.ts'
import { placeFor } from '../../town.ts'
import { ROUTES } from '../../wording/api.ts'
import { LISTS } from '../../wording/lists.ts'
import { PageRefusal, route, type Ask, type Route } from '../route.ts'

const READ = [...CASES, 'admin'] as const
const EDIT = ['dispatcher', 'admin'] as const

const town = z.string().max(8).optional()
const base = z.string().max(64)
const cells = z.record(z.string().max(32), z.string().max(4000))
/** base64 of the 10 MB an import takes */
const MOST_UPLOAD = 14_000_000

const column = z.object({ id: z.string(), title: z.string() })
const put = z
  .object({ at: z.string(), by: z.string(), how: z.string(), source: z.string(), reason: z.string().optional() })
  .nullable()

/** The duty list: read, edited, imported and rolled back by the rules of the commands. */
export const dutyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/duties',
    summary: ROUTES.duties,
    roles: READ,
    query: z.strictObject({ town }),
    answer: z.object({
      version: z.string(),
      mayEdit: z.boolean(),
      columns: z.array(column),
      units: z.array(z.object({ id: z.string(), name: z.string() })),
      items: z.array(z.record(z.string(), z.string())),
    }),
    async handle({ desk, viewer, query }) {
      const place = placeFor(viewer, query.town)
      const list = (await desk.lists.duties(place.town.code)) ?? refuse(409, LISTS.unread)
      const units = place.town.stations.map(({ id, name }) => ({ id, name }))
      return { ...list, units, mayEdit: viewer.roles.some((role) => (EDIT as readonly string[]).includes(role)) }
    },
  }),
  route({
    method: 'POST',
    path: '/api/duties',
    summary: ROUTES.editDuty,
    roles: EDIT,
    body: z.strictObject({
      town,
      base,
      /** the item that is changed; null = a new one */
      code: z.string().max(64).nullable(),
      /** what it shall be; null = it goes */
      cells: cells.nullable(),
      dry: z.boolean(),
    }),
    answer: outcomeShape,
    async handle(ask) {
      const { code, cells: written, dry } = ask.body
      return outcomeOf(await ask.desk.lists.editDuty(townIn(ask), { code, cells: written }, whoIn(ask), dry))
    },
  }),
  route({
    method: 'POST',
    path: '/api/duties/import',
    summary: ROUTES.importDuties,
    roles: EDIT,
    most: MOST_UPLOAD,
    body: z.strictObject({
      town,
      base,
      name: z.string().trim().min(1).max(200),
      file: z.base64().max(MOST_UPLOAD),
      sheet: z.string().max(100).optional(),
      skipFaulty: z.boolean(),
      yes: z.boolean(),
      dry: z.boolean(),
    }),
    answer: outcomeShape,
    async handle(ask) {
      const { name, file, sheet, skipFaulty, yes, dry } = ask.body
      const upload = { name, file: Buffer.from(file, 'base64'), skipFaulty, yes, ...(sheet ? { sheet } : {}) }
      return outcomeOf(await ask.desk.lists.importDuties(townIn(ask), upload, whoIn(ask), dry))
    },
  }),
  route({
    method: 'GET',
    path: '/api/duties/versions',
    summary: ROUTES.dutyVersions,
    roles: READ,
    query: z.strictObject({ town }),
    answer: z.object({
      present: z.object({ id: z.string(), items: z.number(), put }),
      before: z.array(z.object({ id: z.string(), at: z.string(), items: z.number(), put })),
    }),
    async handle({ desk, viewer, query }) {
      const found = await desk.lists.dutyHistory(placeFor(viewer, query.town).town.code)
      if (!found) return refuse(409, LISTS.unread)
      const named = namesFrom(viewer)
      const before = found.before.map((each) => ({ ...each, put: named(each.put) }))
      return { present: { ...found.present, put: named(found.present.put) }, before }
    },
  }),
  route({
    method: 'GET',
    path: '/api/duties/versions/:id',
    summary: ROUTES.oldDuties,
    roles: READ,
    query: z.strictObject({ town }),
    answer: z.object({ id: z.string(), diff: diffShape }),
    async handle({ desk, viewer, query, params }) {
      const id = params['id'] ?? ''
      const diff = await desk.lists.oldDuties(placeFor(viewer, query.town).town.code, id)
      return { id, diff: diff ?? refuse(404, LISTS.noVersion) }
    },
  }),
  route({
    method: 'POST',
    path: '/api/duties/versions/:id/rollback',
    summary: ROUTES.rollBackDuties,
    roles: EDIT,
    body: z.strictObject({ town, base, reason: z.string().trim().min(2).max(200) }),
    answer: outcomeShape,
    async handle(ask) {
      const id = ask.params['id'] ?? ''
      return outcomeOf(await ask.desk.lists.rollBackDuties(townIn(ask), id, ask.body.reason, whoIn(ask)))
    },
  }),
]

type Changing = Pick<Ask<unknown, Readonly<{ town?: string | undefined; base: string }>>, 'viewer' | 'body' | 'now'>

const townIn = ({ viewer, body }: Changing): string => placeFor(viewer, body.town).town.code
const whoIn = ({ viewer, body, now }: Changing) => ({ base: body.base, by: viewer.userid, now })

type Put = z.infer<typeof put>

/** Who put a list in place, by name where he is one of ours. */
function namesFrom({ places }: Ask<unknown, unknown>['viewer']): (put: Put) => Put {
  const names = new Map(places.flatMap(({ town: { people } }) => people.map(({ userid, name }) => [userid, name])))
  return (found) => found && { ...found, by: names.get(found.by) ?? found.by }
}

function refuse(status: number, sentence: string): never {
  throw new PageRefusal(status, sentence)
}
