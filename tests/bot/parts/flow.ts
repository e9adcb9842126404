import type { FlowRefusal, FlowSaid } from '../../../domain/flow/said.ts'
import type { PartBodies } from '../parts.ts'

export const flow: PartBodies<FlowSaid, FlowRefusal> = { bodies: () => ({}), reasons: [] }
