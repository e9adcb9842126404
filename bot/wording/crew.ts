import type { CrewRefusal, CrewSaid } from '../../domain/crew/said.ts'
import type { Part } from './part.ts'

export const crew: Part<CrewSaid['kind'], CrewRefusal> = { words: {}, cards: {}, refusals: {}, help: {} }
