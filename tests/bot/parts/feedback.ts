import type { FeedbackRefusal, FeedbackSaid } from '../../../domain/feedback/said.ts'
import type { PartBodies } from '../parts.ts'

export const feedback: PartBodies<FeedbackSaid, FeedbackRefusal> = { bodies: () => ({}), reasons: [] }
