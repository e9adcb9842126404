import type { CommandTable } from '../command/table.ts'

export const WORK_COMMANDS = {} as const satisfies CommandTable
