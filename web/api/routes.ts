import type { Route } from './route.ts'
import type { Hub } from '../live/hub.ts'
import { aboutRoutes } from './about/routes.ts'
import { assessmentRoutes } from './assessment/routes.ts'
import { caseRoutes } from './cases/routes.ts'
import { liveRoutes } from './live/routes.ts'
import { systemRoutes } from './system/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'

/** Every route of the API. A new one must be listed in tests/scenarios/web/matrix.ts with who may use it. */
export function allRoutes(hub: Hub): readonly Route[] {
  const routes = [...signInRoutes(), ...liveRoutes(hub), ...caseRoutes, ...assessmentRoutes, ...systemRoutes]
  return [...routes, ...aboutRoutes(routes)]
}
