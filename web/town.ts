import { API } from './wording/api.ts'
import type { Station } from '../domain/town.ts'
import { PageRefusal } from './api/route.ts'
import type { Place, Viewer } from './viewer.ts'

/** The township a page speaks of: the one that was asked for, else the viewer's first. */
export function placeFor({ places }: Viewer, asked: string | undefined): Place {
  const found = asked === undefined ? places[0] : places.find(({ town }) => town.code === asked)
  if (!found) throw new PageRefusal(404, API.notFound)
  return found
}

/** The units he looks after: all of the township, or those he heads. */
export function unitsFor({ userid, roles }: Viewer, { town, all, station }: Place): readonly Station[] {
  if (all) return town.stations
  return town.stations.filter(({ id, head }) => head === userid || (id === station && roles.includes('head')))
}
