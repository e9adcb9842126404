import type { CommandTable } from '../command/table.ts'

export const EVIDENCE_COMMANDS = {} as const satisfies CommandTable
