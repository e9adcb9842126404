import type { CommandTable } from '../command/table.ts'

export const CREW_COMMANDS = {} as const satisfies CommandTable
