import type { TRAINING_COMMANDS } from '../../domain/training/wording-commands.ts'
import type { Slice } from '../slice.ts'

export const training: Slice<keyof typeof TRAINING_COMMANDS> = { commands: {} }
