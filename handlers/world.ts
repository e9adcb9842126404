import type { Context } from '../context.ts'
import type { World } from '../domain/world.ts'

/** What decisions may look at, as it is now. */
export function worldOf({ towns, calendar, now, id, classifier = null }: Context): World {
  return { towns, calendar, now: now(), id, classifier }
}
