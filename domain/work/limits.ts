import type { Calendar } from '../calendar/calendar.ts'
import type { Policy } from '../policy.ts'
import type { Duration } from '../calendar/duration.ts'
import { dayOf } from '../calendar/zone.ts'
import { termEnd } from '../law/term.ts'
import { ruleOf } from '../rules/ruleOf.ts'

type Asked = Readonly<{ policy: Policy; world: Readonly<{ now: Date; calendar: Calendar }> }>

/** How often the time of one case is put off. */
export const extensionMost = ({ policy, world }: Asked): number => ruleOf(policy, 'extension.most', dayOf(world.now))
/** How many days at once; the level says whether only working days count. */
export const extensionLongest = ({ policy, world }: Asked): number =>
  ruleOf(policy, 'extension.longest', dayOf(world.now)).amount
/** How long a request may wait before the command room hears of it. */
export const decideWithin = ({ policy, world }: Asked): Duration => ruleOf(policy, 'extension.decide', dayOf(world.now))
export const suspendMost = ({ policy, world }: Asked): number => ruleOf(policy, 'suspend.most', dayOf(world.now))
/** The last day (YYYY-MM-DD) on which a case that is suspended today is to be looked at again. */
export const lastReview = ({ policy, world }: Asked): string =>
  termEnd(dayOf(world.now), ruleOf(policy, 'suspend.review', dayOf(world.now)), world.calendar).day
/** How often the unit asks an authority outside how it stands. */
export const askAfter = ({ policy, world }: Asked): Duration => ruleOf(policy, 'outside.ask', dayOf(world.now))
