import type { Route } from './route.ts'
import type { Limiters } from '../limiter.ts'
import type { Hub } from '../live/hub.ts'
import { aboutRoutes } from './about/routes.ts'
import { assessmentRoutes } from './assessment/routes.ts'
import { boardRoutes } from './board/routes.ts'
import { aheadRoutes } from './ahead/routes.ts'
import { caseRoutes } from './cases/routes.ts'
import { logRoutes } from './logs/routes.ts'
import { liveRoutes } from './live/routes.ts'
import { systemRoutes } from './system/routes.ts'
import { assetListRoutes } from './units/assets.ts'
import { unitRoutes } from './units/routes.ts'
import { dutyRoutes } from './duties/routes.ts'
import { ruleRoutes } from './rules/routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { triageRoutes } from './triage/routes.ts'

/** Every route of the API. A new one must be listed in tests/scenarios/web/matrix.ts with who may use it. */
export function allRoutes(hub: Hub, limiters: Limiters): readonly Route[] {
  const routes = [
    ...signInRoutes(limiters),
    ...sessionRoutes,
    ...liveRoutes(hub),
    ...caseRoutes,
    ...boardRoutes,
    ...triageRoutes,
    ...assessmentRoutes,
    ...systemRoutes,
    ...aheadRoutes,
    ...unitRoutes,
    ...assetListRoutes,
    ...dutyRoutes,
    ...ruleRoutes,
  ]
  const logs = logRoutes(routes)
  return [...routes, ...logs, ...aboutRoutes([...routes, ...logs])]
}
