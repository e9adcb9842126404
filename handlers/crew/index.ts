import type { CREW_COMMANDS } from '../../domain/crew/wording-commands.ts'
import type { Slice } from '../slice.ts'

export const crew: Slice<keyof typeof CREW_COMMANDS> = { commands: {} }
