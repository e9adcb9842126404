import type { WORK_COMMANDS } from '../../domain/work/wording-commands.ts'
import type { Slice } from '../slice.ts'

export const work: Slice<keyof typeof WORK_COMMANDS> = { commands: {} }
