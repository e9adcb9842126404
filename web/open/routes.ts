import type Router from '@koa/router'
import { openData } from './data.ts'
import { geoReport } from './georeport.ts'
import { LIMITS, makeLimits } from './limits.ts'
import type { Limiters } from '../limiter.ts'
import type { OpenPort } from './port.ts'

/** The doors to other systems: Open311 and open data. `port` answers null while they are shut. */
export function openRoutes(port: () => OpenPort | null, limiters: Limiters): readonly Router[] {
  const shared = makeLimits(LIMITS, limiters)
  return [geoReport(port, shared), openData(port, shared)]
}
