import type { CommandTable } from '../command/table.ts'

export const FLOW_COMMANDS = {} as const satisfies CommandTable
