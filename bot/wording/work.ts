import type { WorkRefusal, WorkSaid } from '../../domain/work/said.ts'
import type { Part } from './part.ts'

export const work: Part<WorkSaid['kind'], WorkRefusal> = { words: {}, cards: {}, refusals: {}, help: {} }
