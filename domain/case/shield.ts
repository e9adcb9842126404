import type { Shield } from '../task.ts'

const STRICTNESS: Readonly<Record<Shield, number>> = { none: 0, anonymous: 1, confidential: 2 }

/** A case of several reporters is kept as the most careful of them asked. */
export const stricter = (one: Shield, other: Shield): Shield => (STRICTNESS[other] > STRICTNESS[one] ? other : one)
