import { mayRead } from '../domain/people/audience.ts'
import type { Task } from '../domain/task.ts'
import type { Role, Town } from '../domain/town.ts'
import type { Context } from '../context.ts'

/** Who looks at the pages, and how far he sees. */
export type Viewer = Readonly<{
  userid: string
  name: string
  roles: readonly Role[]
  places: readonly Place[]
}>

/** What somebody sees of one township: all its cases, or those of his unit. */
export type Place = Readonly<{ town: Town; all: boolean; station: string | null }>

/** Who sees every case of the township; an administrator by being one sees none. */
const SEES_ALL: readonly Role[] = ['dispatcher', 'leader', 'supervisor']
/** Who works on cases at all. */
const WORKS: readonly Role[] = ['officer', 'head', ...SEES_ALL, 'reviewer']

/** The person as the configuration knows him now; null = he is nobody of ours (any more). */
export function viewerOf({ towns }: Pick<Context, 'towns'>, userid: string): Viewer | null {
  const listed = towns.flatMap((town) => {
    const person = town.people.find((each) => each.userid === userid)
    return person ? [{ town, person }] : []
  })
  const [first] = listed
  if (!first) return null
  return {
    userid,
    name: first.person.name,
    roles: [...new Set(listed.flatMap(({ person }) => person.roles))],
    places: listed.map(({ town, person: { roles, station } }) => ({
      town,
      all: roles.some((role) => SEES_ALL.includes(role)),
      station,
    })),
  }
}

/** May he see this case on a page? Never who it complains about, and nobody by being an administrator. */
export function sees(viewer: Viewer, task: Task): boolean {
  const place = viewer.places.find(({ town }) => town.code === task.town)
  return (
    place !== undefined &&
    viewer.roles.some((role) => WORKS.includes(role)) &&
    mayRead(task, withoutAdmin(place.town, viewer.userid), viewer.userid)
  )
}

/** In chat an administrator may help out with a case; on the pages the roles are apart. */
function withoutAdmin(town: Town, userid: string): Town {
  const people = town.people.map((each) =>
    each.userid === userid ? { ...each, roles: each.roles.filter((role) => role !== 'admin') } : each,
  )
  return { ...town, people }
}
