import type { Duration, Policy } from '../policy.ts'
import { addDays, dayOf } from '../calendar/zone.ts'

/** What a township may decide about the work on a case; to be read from the register of rules: extension.most … */
export const extensionMost = (_policy: Policy, _now: Date): number => 1
/** extension.longest, in days */
export const extensionLongest = (_policy: Policy, _now: Date): number => 5
/** extension.decide */
export const decideWithin = (_policy: Policy, _now: Date): Duration => ({ amount: 4, unit: 'h' })
/** suspend.review: the last day on which a suspended case is to be looked at again */
export const lastReview = (_policy: Policy, now: Date): string => addDays(dayOf(now), 30)
/** suspend.most */
export const suspendMost = (_policy: Policy, _now: Date): number => 2
/** how often the unit asks the authority outside how it stands */
export const askAfter = (_policy: Policy, _now: Date): Duration => ({ amount: 5, unit: 'd' })
