import type { REVIEW_COMMANDS } from '../../domain/review/wording-commands.ts'
import type { Slice } from '../slice.ts'

export const review: Slice<keyof typeof REVIEW_COMMANDS> = { commands: {} }
