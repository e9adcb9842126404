import type { FlowRefusal, FlowSaid } from '../../domain/flow/said.ts'
import type { Part } from './part.ts'

export const flow: Part<FlowSaid['kind'], FlowRefusal> = { words: {}, cards: {}, refusals: {}, help: {} }
