import type { EvidenceRefusal, EvidenceSaid } from '../../../domain/evidence/said.ts'
import type { PartBodies } from '../parts.ts'

export const evidence: PartBodies<EvidenceSaid, EvidenceRefusal> = { bodies: () => ({}), reasons: [] }
