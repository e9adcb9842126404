import type { EvidenceRefusal, EvidenceSaid } from '../../domain/evidence/said.ts'
import type { Part } from './part.ts'

export const evidence: Part<EvidenceSaid['kind'], EvidenceRefusal> = { words: {}, cards: {}, refusals: {}, help: {} }
