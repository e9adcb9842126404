import { z } from 'zod'
import { ROLES } from '../../../domain/town.ts'
import { API_TITLE, ROUTES } from '../../wording/api.ts'
import { openApi } from '../openapi.ts'
import { route, type Route } from '../route.ts'

/** The page that says what there is to ask. */
export function aboutRoutes(routes: readonly Route[]): readonly Route[] {
  const page = openApi(routes, API_TITLE)
  return [
    route({
      method: 'GET',
      path: '/api/openapi.json',
      summary: ROUTES.openapi,
      roles: ROLES,
      answer: z.unknown(),
      handle: async () => page,
    }),
  ]
}
