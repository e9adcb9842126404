import { z } from 'zod'
import { SOURCES } from '../../../domain/board/source.ts'
import { CASES } from '../../roles.ts'
import { ROUTES } from '../../wording/api.ts'
import { route } from '../route.ts'

const named = z.object({ code: z.string(), name: z.string() })
const choices = z.object({
  code: z.string(),
  name: z.string(),
  stations: z.array(named),
  villages: z.array(named),
  items: z.array(named),
})
export type Choices = z.infer<typeof choices>

/** By what a board may be narrowed. */
export const choiceRoute = route({
  method: 'GET',
  path: '/api/board/choices',
  summary: ROUTES.boardChoices,
  roles: CASES,
  answer: z.object({ towns: z.array(choices), sources: z.array(z.enum(SOURCES)) }),
  handle: async ({ viewer }) => ({
    sources: [...SOURCES],
    towns: viewer.places.map(({ town }) => ({
      code: town.code,
      name: town.name,
      stations: town.stations.map(({ id, name }) => ({ code: id, name })),
      villages: town.villages.map(({ code, name }) => ({ code, name })),
      items: town.duties.map(({ code, name }) => ({ code, name })),
    })),
  }),
})
