import type { LegalRefusal, LegalSaid } from '../../../domain/legal/said.ts'
import type { PartBodies } from '../parts.ts'

export const legal: PartBodies<LegalSaid, LegalRefusal> = { bodies: () => ({}), reasons: [] }
