import { z } from 'zod'
import type { NewAccess } from '../../../domain/decision.ts'
import { dayOf } from '../../../domain/calendar/zone.ts'
import { csvOf } from '../../../domain/text/csv.ts'
import { deliveries, deliveriesShape } from '../../logs/deliveries.ts'
import { groupsFor, lineOf, lineShape, LOG_KINDS, queryOf, type Line, type LogGroup } from '../../logs/lines.ts'
import { makeVerifier, verificationShape } from '../../logs/verification.ts'
import { AUDIT, READS_LOGS } from '../../roles.ts'
import { API, ROUTES } from '../../wording/api.ts'
import { LOGS } from '../../wording/logs.ts'
import { noteAccess } from '../log.ts'
import { Download, PageRefusal, route, type Route } from '../route.ts'
import { operationWords } from './operation.ts'

const PAGE = 50
const MOST_EXPORTED = 20_000

const GROUPS = Object.keys(LOG_KINDS) as [LogGroup, ...LogGroup[]]
const day = z.iso.date()
const filter = {
  group: z.enum(GROUPS).optional(),
  who: z.string().trim().max(64).optional(),
  from: day.optional(),
  until: day.optional(),
}

/** Who did what, what became of messages, and whether the log is whole. Looking is written down, too. */
export function logRoutes(others: readonly Route[]): readonly Route[] {
  const own = [
    { method: 'GET', path: '/api/logs', summary: ROUTES.logs },
    { method: 'POST', path: '/api/logs/verification', summary: ROUTES.verify },
  ] as const
  const say = operationWords([...others, ...own])
  const verifier = makeVerifier()
  return [
    route({
      method: 'GET',
      path: '/api/logs',
      summary: ROUTES.logs,
      roles: READS_LOGS,
      query: z.strictObject({ ...filter, after: z.string().max(80).optional() }),
      answer: z.object({
        items: z.array(lineShape),
        next: z.string().nullable(),
        retention: z.string(),
        groups: z.array(z.enum(GROUPS)),
      }),
      async handle({ desk, viewer, query, now }) {
        const after = afterIn(query.after)
        const asked = { ...queryOf(desk, viewer, query), ...(after ? { after } : {}) }
        const rows = await desk.ctx.store.accesses(PAGE + 1, asked)
        if (!after) await noteAccess(desk, { kind: 'operation', by: viewer.userid, reason: 'GET /api/logs' }, now)
        const shown = rows.slice(0, PAGE)
        const next = rows.length > PAGE ? cursorOf(shown.at(-1)) : null
        return {
          items: shown.map((row) => lineOf(desk, row, say)),
          next,
          retention: LOGS.retention,
          groups: [...groupsFor(viewer.roles)],
        }
      },
    }),
    route({
      method: 'GET',
      path: '/api/logs/export',
      summary: ROUTES.logsExport,
      roles: READS_LOGS,
      query: z.strictObject(filter),
      answer: null,
      async handle({ desk, viewer, query, now }) {
        const rows = await desk.ctx.store.accesses(MOST_EXPORTED, queryOf(desk, viewer, query))
        const records = rows.map((row) => recordOf(lineOf(desk, row, say)))
        const csv = `\uFEFF${csvOf([[...LOGS.columns], ...records], true)}`
        const logged = LOGS.exported(rows.length)
        return new Download(Buffer.from(csv), LOGS.file(dayOf(now)), 'text/csv; charset=utf-8', { logged })
      },
    }),
    route({
      method: 'GET',
      path: '/api/logs/deliveries',
      summary: ROUTES.deliveries,
      roles: AUDIT,
      answer: deliveriesShape,
      handle: async ({ desk, viewer, now }) => deliveries(desk, viewer, now),
    }),
    route({
      method: 'GET',
      path: '/api/logs/verification',
      summary: ROUTES.verification,
      roles: AUDIT,
      answer: verificationShape,
      handle: async ({ desk }) => verifier.state(desk),
    }),
    route({
      method: 'POST',
      path: '/api/logs/verification',
      summary: ROUTES.verify,
      roles: AUDIT,
      answer: verificationShape,
      async handle({ desk }) {
        if (!(await verifier.begin(desk))) throw new PageRefusal(409, LOGS.verifying)
        return verifier.state(desk)
      },
    }),
  ]
}

const cursorOf = (row: NewAccess | undefined): string | null => (row ? `${row.at.toISOString()} ${row.id}` : null)

function afterIn(text: string | undefined): Readonly<{ at: Date; id: string }> | null {
  if (text === undefined) return null
  const [time = '', id = ''] = text.split(' ')
  const at = new Date(time)
  if (Number.isNaN(at.getTime()) || id === '') throw new PageRefusal(400, API.badField('after'))
  return { at, id }
}

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

const recordOf = ({ at, by, userid, kind, said, no, second }: Line): string[] => [
  SHANGHAI.format(new Date(at)),
  by,
  userid,
  kind,
  said,
  no ?? '',
  second ?? '',
]
