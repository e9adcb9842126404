import type { CrewRefusal, CrewSaid } from '../../../domain/crew/said.ts'
import type { PartBodies } from '../parts.ts'

export const crew: PartBodies<CrewSaid, CrewRefusal> = { bodies: () => ({}), reasons: [] }
