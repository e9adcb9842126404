import type { FEEDBACK_COMMANDS } from '../../domain/feedback/wording-commands.ts'
import type { Slice } from '../slice.ts'

export const feedback: Slice<keyof typeof FEEDBACK_COMMANDS> = { commands: {} }
