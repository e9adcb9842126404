import type { ReviewRefusal, ReviewSaid } from '../../domain/review/said.ts'
import type { Part } from './part.ts'

export const review: Part<ReviewSaid['kind'], ReviewRefusal> = { words: {}, cards: {}, refusals: {}, help: {} }
