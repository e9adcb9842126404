import type Router from '@koa/router'
import { openData } from './data.ts'
import { geoReport } from './georeport.ts'
import { LIMITS, makeLimits } from './limits.ts'
import type { OpenPort } from './port.ts'

/** The doors to other systems: Open311 and open data. `port` answers null while they are shut. */
export function openRoutes(port: () => OpenPort | null, limits = LIMITS): readonly Router[] {
  const shared = makeLimits(limits)
  return [geoReport(port, shared), openData(port, shared)]
}
