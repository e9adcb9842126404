import type { Desk } from '../book/desk.ts'
import { dayOf } from '../calendar/zone.ts'
import { addDuration } from '../clock/deadline.ts'
import { ruleOf } from '../rules/ruleOf.ts'

/** The longest leave that is taken in one request, in days: 产假 with its extensions. */
export const LONGEST_LEAVE = 200
/** How many days ahead gaps of the roster are looked for: longer ones are filled by a new roster. */
export const LOOK_AHEAD = 62
/** How far ahead the next one on duty is looked for. */
export const NEXT_WITHIN = 14

/** A request of the staff waits as long as one for more time: then the command room hears of it. */
export function decideBy({ town: { policy }, world }: Desk): Date {
  const within = ruleOf(policy, 'extension.decide', dayOf(world.now))
  return addDuration(world.now, within, 'work', policy.workHours, world.calendar).at
}
