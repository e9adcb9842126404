import type { CommandTable } from '../command/table.ts'

export const FEEDBACK_COMMANDS = {} as const satisfies CommandTable
