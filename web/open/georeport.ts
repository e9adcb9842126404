import Router, { type RouterContext } from '@koa/router'
import { dayOf } from '../../domain/calendar/zone.ts'
import { orderId } from '../../domain/open/order.ts'
import { readRaw } from '../body.ts'
import { OPEN } from '../wording/open.ts'
import { discoveries } from './discovery.ts'
import { OpenFault } from './fault.ts'
import { answerAs, formatOf, type Fields, type Shape } from './format.ts'
import { handIn, RequestForm } from './handIn.ts'
import type { Limits } from './limits.ts'
import type { OpenPort } from './port.ts'
import { fieldsOf, townOf } from './query.ts'
import { requestsOf, RequestsQuery } from './requests.ts'
import { servicesOf, serviceFields, serviceOf } from './services.ts'

const BASE = '/open311/v2'
/** 2000 characters of Chinese, as a form writes them, and the rest of it */
const MOST_BYTES = 32 * 1024
const SHAPES = {
  services: { root: 'services', item: 'service' },
  requests: { root: 'service_requests', item: 'request' },
  errors: { root: 'errors', item: 'error' },
  definition: { root: 'service_definition', item: null },
  discovery: { root: 'discovery', item: null },
} as const satisfies Readonly<Record<string, Shape>>

type Ask = Readonly<{ ctx: RouterContext; port: OpenPort; sent: URLSearchParams; param: string }>
type Work = (ask: Ask) => Promise<readonly Fields[]>

/** Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2): services, requests, tokens; JSON and XML by the ending of the path. */
export function geoReport(port: () => OpenPort | null, limits: Limits): Router {
  const router = new Router({ prefix: BASE })
  const serve = (shape: keyof typeof SHAPES, work: Work) => (ctx: RouterContext) =>
    answered(ctx, shape, port(), limits, work)
  const discovery = discoveries()
  router.get(
    '/discovery.:format',
    serve('discovery', async (ask) => [discovery(ask.ctx, ask.port, BASE)]),
  )
  router.get('/services.:format', serve('services', services))
  router.get('/services/:param.:format', serve('definition', definition))
  router.get('/requests.:format', serve('requests', requests))
  router.get('/requests/:param.:format', serve('requests', oneRequest))
  router.get('/tokens/:param.:format', serve('requests', token))
  router.post(
    '/requests.:format',
    serve('requests', (ask) => handedIn(ask, limits)),
  )
  return router
}

async function answered(
  ctx: RouterContext,
  shape: keyof typeof SHAPES,
  port: OpenPort | null,
  limits: Limits,
  work: Work,
): Promise<void> {
  const { format: written, param = '' } = ctx.params as Readonly<Record<string, string | undefined>>
  const format = written === 'xml' ? 'xml' : 'json'
  ctx.set('Access-Control-Allow-Origin', '*')
  ctx.set('Cache-Control', 'no-store')
  if (!port) return
  try {
    formatOf(written)
    await limits.read(ctx.ip)
    answerAs(ctx, format, SHAPES[shape], await work({ ctx, port, sent: new URLSearchParams(ctx.querystring), param }))
  } catch (error) {
    const fault = error instanceof OpenFault ? error : new OpenFault(500, OPEN.broken)
    if (fault !== error) port.log.error({ error: String(error) }, 'an answer to another system failed')
    ctx.status = fault.status
    if (fault.after !== null) ctx.set('Retry-After', String(fault.after))
    answerAs(ctx, format, SHAPES.errors, [{ code: fault.status, description: fault.message }])
  }
}

const jurisdictionIn = ({ port, sent }: Ask) => townOf(port.towns(), sent.get('jurisdiction_id')?.trim() || undefined)

const services: Work = async (ask) => servicesOf(jurisdictionIn(ask), dayOf(ask.port.now())).map(serviceFields)

/** None of our services asks for more than the standard fields. */
const definition: Work = async (ask) => {
  const { code } = serviceOf(jurisdictionIn(ask), dayOf(ask.port.now()), ask.param)
  return [{ service_code: code, attributes: [] }]
}

const requests: Work = async (ask) => requestsOf(ask.port, jurisdictionIn(ask), fieldsOf(RequestsQuery, ask.sent))

const oneRequest: Work = async (ask) => {
  const asked = RequestsQuery.parse({ service_request_id: ask.param })
  const found = await requestsOf(ask.port, jurisdictionIn(ask), asked)
  if (found.length === 0) throw new OpenFault(404, OPEN.noRequest)
  return found
}

const token: Work = async (ask) => {
  const { port, param } = ask
  const order = await port.store.entry(orderId({ system: 'open311', town: jurisdictionIn(ask).code, no: param }))
  const task = order?.taskId ? await port.store.task(order.taskId) : null
  if (!task) throw new OpenFault(404, OPEN.noToken)
  return [{ service_request_id: task.caseNo, token: param }]
}

async function handedIn({ ctx, port }: Ask, limits: Limits): Promise<readonly Fields[]> {
  const form = await formIn(ctx)
  const key = await limits.keyOf(form.get('api_key') ?? '', port.keys, ctx.ip)
  const fields = fieldsOf(RequestForm, form)
  const town = townOf(port.towns(), fields.jurisdiction_id)
  const { name } = serviceOf(town, dayOf(port.now()), fields.service_code)
  const made = await handIn(port, key, town, name, fields, againOf(ctx))
  ctx.status = 201
  return [{ token: made, service_notice: OPEN.notice, account_id: null }]
}

async function formIn(ctx: RouterContext): Promise<URLSearchParams> {
  if (!ctx.is('application/x-www-form-urlencoded')) throw new OpenFault(400, OPEN.notForm)
  const body = await readRaw(ctx.req, MOST_BYTES)
  if (body === 413) throw closing(ctx, new OpenFault(413, OPEN.tooLarge))
  if (body === 408) throw closing(ctx, new OpenFault(408, OPEN.notArrived))
  return new URLSearchParams(body.toString('utf8'))
}

function closing(ctx: RouterContext, fault: OpenFault): OpenFault {
  ctx.set('Connection', 'close')
  return fault
}

/** A sender that does not know whether its request arrived says the same key again. */
function againOf(ctx: RouterContext): string | null {
  const written = ctx.get('Idempotency-Key')
  return /^[\w-]{8,100}$/.test(written) ? written : null
}
