import type { EVIDENCE_COMMANDS } from '../../domain/evidence/wording-commands.ts'
import type { Slice } from '../slice.ts'

export const evidence: Slice<keyof typeof EVIDENCE_COMMANDS> = { commands: {} }
