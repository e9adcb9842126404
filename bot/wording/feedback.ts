import type { FeedbackRefusal, FeedbackSaid } from '../../domain/feedback/said.ts'
import type { Part } from './part.ts'

export const feedback: Part<FeedbackSaid['kind'], FeedbackRefusal> = { words: {}, cards: {}, refusals: {}, help: {} }
