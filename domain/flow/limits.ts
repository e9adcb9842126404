import type { Duration } from '../policy.ts'

/** paper.remind: working time until who has not read a paper is reminded the first time; then daily. */
export const PAPER_REMIND: Duration = { amount: 4, unit: 'h' }
export const PAPER_AGAIN: Duration = { amount: 1, unit: 'd' }
/** paper.remind.most: afterwards the sender and the heads are told who did not. */
export const PAPER_MOST = 3
/** A paper whose sender never said where it goes is dropped. */
export const DRAFT_KEPT: Duration = { amount: 1, unit: 'd' }
/** permit.answer: within so long, in working time, the unit that grants a permit answers. */
export const PERMIT_ANSWER: Duration = { amount: 1, unit: 'd' }
/** permit.answer.most: so many days after that its people are reminded, then it is left. */
export const PERMIT_MOST = 3
