import type { Duration } from '../calendar/duration.ts'

/** A paper whose sender never said where it goes is dropped, after so much working time. */
export const DRAFT_KEPT: Duration = { amount: 1, unit: 'd' }
/** So many days after a question about a permit is late its people are still reminded, then it is left. */
export const PERMIT_MOST = 3
