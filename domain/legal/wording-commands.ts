import type { CommandTable } from '../command/table.ts'

export const LEGAL_COMMANDS = {} as const satisfies CommandTable
