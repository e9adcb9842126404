import type { LEGAL_COMMANDS } from '../../domain/legal/wording-commands.ts'
import type { Slice } from '../slice.ts'

export const legal: Slice<keyof typeof LEGAL_COMMANDS> = { commands: {} }
