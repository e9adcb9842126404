import Router, { type RouterContext } from '@koa/router'
import { csvOf } from '../../domain/text/csv.ts'
import type { Town } from '../../domain/town.ts'
import { OPEN } from '../wording/open.ts'
import { about, CASE_COLUMNS, CasesQuery, casesOf, COUNT_COLUMNS, CountsQuery, countsOf, type Page } from './dataset.ts'
import { OpenFault } from './fault.ts'
import type { Limits } from './limits.ts'
import type { OpenPort } from './port.ts'
import { fieldsOf, townOf } from './query.ts'

const MINUTES_5 = 300

type Found = Page & Readonly<{ town: Town; page?: number }>
type Find = (port: OpenPort, sent: URLSearchParams) => Promise<Found>

/** Open data: cases and counts without anything personal, as CSV and JSON, page by page. */
export function openData(port: () => OpenPort | null, limits: Limits): Router {
  const router = new Router({ prefix: '/open' })
  const serve = (format: 'csv' | 'json', columns: readonly string[], find: Find) => (ctx: RouterContext) =>
    answered(ctx, port(), limits, async (open) =>
      put(ctx, format, columns, open, await find(open, new URLSearchParams(ctx.querystring))),
    )
  for (const format of ['csv', 'json'] as const) {
    router.get(`/cases.${format}`, serve(format, CASE_COLUMNS, cases))
    router.get(`/counts.${format}`, serve(format, COUNT_COLUMNS, counts))
  }
  router.get('/licence.txt', (ctx) =>
    answered(ctx, port(), limits, async () => {
      ctx.type = 'text/plain; charset=utf-8'
      ctx.body = OPEN.licence
    }),
  )
  return router
}

const cases: Find = async (port, sent) => {
  const asked = fieldsOf(CasesQuery, sent)
  const town = townOf(port.towns(), asked.town)
  return { ...(await casesOf(port, town, asked)), town, page: asked.page }
}

const counts: Find = async (port, sent) => {
  const asked = fieldsOf(CountsQuery, sent)
  const town = townOf(port.towns(), asked.town)
  return { ...(await countsOf(port, town, asked)), town }
}

async function answered(
  ctx: RouterContext,
  port: OpenPort | null,
  limits: Limits,
  work: (port: OpenPort) => Promise<void>,
): Promise<void> {
  if (!port) return
  ctx.set('Access-Control-Allow-Origin', '*')
  try {
    await limits.read(ctx.ip)
    ctx.set('Cache-Control', `public, max-age=${MINUTES_5}`)
    await work(port)
  } catch (error) {
    const fault = error instanceof OpenFault ? error : new OpenFault(500, OPEN.broken)
    if (fault !== error) port.log.error({ error: String(error) }, 'open data could not be served')
    ctx.set('Cache-Control', 'no-store')
    if (fault.after !== null) ctx.set('Retry-After', String(fault.after))
    ctx.status = fault.status
    ctx.body = { error: fault.message }
  }
}

/** The rows; in JSON with what is to be known of them beside, in CSV with the same in headers. */
function put(
  ctx: RouterContext,
  format: 'csv' | 'json',
  columns: readonly string[],
  port: OpenPort,
  { rows, isFull, town, page }: Found,
): void {
  const next = isFull && page !== undefined ? nextOf(ctx, page + 1) : null
  ctx.set('Link', ['</open/licence.txt>; rel="license"', ...(next ? [`<${next}>; rel="next"`] : [])].join(', '))
  if (format === 'json') {
    ctx.type = 'application/json; charset=utf-8'
    ctx.body = JSON.stringify({ ...about(port.now()), town: town.code, next, rows })
    return
  }
  ctx.type = 'text/csv; charset=utf-8'
  ctx.body = csvOf([columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))], true)
}

function nextOf({ path, querystring }: RouterContext, page: number): string {
  const query = new URLSearchParams(querystring)
  query.set('page', String(page))
  return `${path}?${query.toString()}`
}
