import { dayOf } from '../domain/calendar/zone.ts'
import { matchDuties } from '../domain/route/match.ts'
import type { Town } from '../domain/town.ts'
import type { Turn } from './turn.ts'

/** Do these words name something of the duty lists in force? */
export function namesMatter({ world }: Turn, words: string, towns: readonly Town[] = world.towns): boolean {
  const day = dayOf(world.now)
  return towns.some(({ duties }) => matchDuties(words, duties, day).length > 0)
}
