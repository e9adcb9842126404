import { z } from 'zod'
import { ADMIN, WATCH } from '../../roles.ts'
import { SETUP_NAMES, STEPS, type Setup, type SetupName, type SetupValues } from '../../setup.ts'
import type { Desk } from '../../desk.ts'
import { API, ROUTES } from '../../wording/api.ts'
import { SETUP_SAYS } from '../../wording/setup.ts'
import { PageRefusal, route, type Route } from '../route.ts'

const finding = z.object({ name: z.string(), ok: z.enum(['ok', 'warn', 'bad']), cause: z.string(), mend: z.string() })
const alarm = z.object({ name: z.string(), cause: z.string(), mend: z.string(), since: z.string() })
const field = z.object({ name: z.string(), isSet: z.boolean(), outside: z.boolean() })
const values = z.partialRecord(z.enum(SETUP_NAMES as [SetupName, ...SetupName[]]), z.string().trim().min(1).max(5000))
/** a value has one line; what it must look like the settings know */
const ONE_WORD = /^\S{1,500}$/u

/** The machine: how it is, and how it is set up. */
export const systemRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/health',
    summary: ROUTES.health,
    roles: ADMIN,
    answer: z.object({ findings: z.array(finding), queues: z.boolean() }),
    handle: async ({ desk }) => ({ findings: await desk.health(), queues: (await desk.queuePage()) !== null }),
  }),
  route({
    method: 'GET',
    path: '/api/alarms',
    summary: ROUTES.alarms,
    roles: [...ADMIN, ...WATCH],
    answer: z.object({ alarms: z.array(alarm) }),
    handle: async ({ desk }) => ({ alarms: await desk.alarms() }),
  }),
  route({
    method: 'GET',
    path: '/api/setup',
    summary: ROUTES.setup,
    roles: ADMIN,
    answer: z.object({ fields: z.array(field), demo: z.boolean() }),
    handle: async ({ desk }) => ({ fields: await setupOf(desk).fields(), demo: desk.demo }),
  }),
  route({
    method: 'POST',
    path: '/api/setup/check',
    summary: ROUTES.setupCheck,
    roles: ADMIN,
    quiet: true,
    body: z.strictObject({ step: z.enum(STEPS), values }),
    answer: z.object({ findings: z.array(finding) }),
    handle: async ({ desk, body }) => ({ findings: await setupOf(desk).check(body.step, given(body.values)) }),
  }),
  route({
    method: 'POST',
    path: '/api/setup',
    summary: ROUTES.setupSave,
    roles: ADMIN,
    body: z.strictObject({ steps: z.array(z.enum(STEPS)), values }),
    answer: z.object({ findings: z.array(finding) }),
    handle: async ({ desk, body }) => ({ findings: await setupOf(desk).save(body.steps, given(body.values)) }),
  }),
]

function setupOf({ setup }: Desk): Setup {
  if (!setup) throw new PageRefusal(404, API.noSetup)
  return setup
}

/** The values that were filled in; one that cannot be a value is named as on the page. */
function given(all: SetupValues): SetupValues {
  const wrong = SETUP_NAMES.find((name) => all[name] !== undefined && !ONE_WORD.test(all[name]))
  if (wrong) throw new PageRefusal(400, SETUP_SAYS.badValue(wrong))
  return all
}
