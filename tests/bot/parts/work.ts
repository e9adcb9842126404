import type { WorkRefusal, WorkSaid } from '../../../domain/work/said.ts'
import type { PartBodies } from '../parts.ts'

export const work: PartBodies<WorkSaid, WorkRefusal> = { bodies: () => ({}), reasons: [] }
