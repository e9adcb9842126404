import type { ReviewRefusal, ReviewSaid } from '../../../domain/review/said.ts'
import type { PartBodies } from '../parts.ts'

export const review: PartBodies<ReviewSaid, ReviewRefusal> = { bodies: () => ({}), reasons: [] }
