import type { FLOW_COMMANDS } from '../../domain/flow/wording-commands.ts'
import type { Slice } from '../slice.ts'

export const flow: Slice<keyof typeof FLOW_COMMANDS> = { commands: {} }
