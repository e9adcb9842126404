import type { LegalRefusal, LegalSaid } from '../../domain/legal/said.ts'
import type { Part } from './part.ts'

export const legal: Part<LegalSaid['kind'], LegalRefusal> = { words: {}, cards: {}, refusals: {}, help: {} }
