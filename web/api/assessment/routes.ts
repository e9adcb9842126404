import type { Assessed } from '../../../domain/assess/assessed.ts'
import { dayOf } from '../../../domain/calendar/zone.ts'
import { wordsFor } from '../../../domain/command/wording.ts'
import { WATCH } from '../../roles.ts'
import type { Place } from '../../viewer.ts'
import { API, ROUTES } from '../../wording/api.ts'
import { Download, PageRefusal, route, type Ask, type Route } from '../route.ts'
import { asked, askedFile, figures, objection, outcome, trend, verdict } from './shape.ts'
import { trendOf } from './trend.ts'
import { viewOf } from './view.ts'

/** The assessment: an officer and his head see their unit and the places of the others, those who watch see all. */
export const assessmentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/assessment',
    summary: ROUTES.assessment,
    roles: ['officer', 'head', ...WATCH],
    query: asked,
    answer: figures,
    async handle(ask) {
      const { assessed, place } = await found(ask)
      return viewOf(assessed, place, ask.viewer, ask.now)
    },
  }),
  route({
    method: 'GET',
    path: '/api/assessment/trend',
    summary: ROUTES.assessmentTrend,
    roles: ['officer', 'head', ...WATCH],
    query: asked,
    answer: trend,
    handle: (ask) => trendOf(ask.desk.ctx, placeIn(ask).town.code, ask.query.month),
  }),
  route({
    method: 'GET',
    path: '/api/assessment/file',
    summary: ROUTES.assessmentFile,
    roles: WATCH,
    query: askedFile,
    answer: null,
    async handle(ask) {
      const { assessed, place } = await found(ask)
      if (!place.all) throw new PageRefusal(403, API.notAllowed)
      const { bytes, name, mime } = await ask.desk.ctx.reportFile(assessed, ask.query.format)
      return new Download(bytes, name, mime)
    },
  }),
  route({
    method: 'POST',
    path: '/api/assessment/appeals',
    summary: ROUTES.appeal,
    roles: ['head'],
    body: objection,
    answer: outcome,
    handle: ({ body: { month, indicator, caseNo = '', reason }, act }) =>
      act(order('appeal', month, indicator, caseNo, reason)),
  }),
  route({
    method: 'POST',
    path: '/api/assessment/appeals/:entry',
    summary: ROUTES.judge,
    roles: WATCH,
    body: verdict,
    answer: outcome,
    handle: ({ params, body: { agree, why = '' }, act }) =>
      act(order(agree ? 'appeal-agree' : 'appeal-refuse', params['entry'] ?? '', why)),
  }),
]

/** The order as it is typed in chat, on one line. */
const order = (verb: 'appeal' | 'appeal-agree' | 'appeal-refuse', ...parts: readonly string[]): string =>
  [wordsFor(verb)[0], ...parts.map((part) => part.replace(/\s+/gu, ' ').trim())].filter((part) => part !== '').join(' ')

type Asked = Readonly<{ town?: string | undefined; month: string }>

/** The month of a township of the viewer; another one does not exist for him. */
async function found(ask: Ask<Asked, unknown>): Promise<Readonly<{ assessed: Assessed; place: Place }>> {
  const place = placeIn(ask)
  const assessed = await ask.desk.ctx.assess({ town: place.town.code, month: ask.query.month })
  if (!assessed) throw new PageRefusal(404, API.notFound)
  return { assessed, place }
}

/** The township that is asked about, in a month that has begun. */
function placeIn({ viewer: { places }, query, now }: Ask<Asked, unknown>): Place {
  const place = places.find(({ town }) => query.town === undefined || town.code === query.town)
  if (!place || query.month > dayOf(now).slice(0, 7)) throw new PageRefusal(404, API.notFound)
  return place
}
