import type { CommandTable } from '../command/table.ts'

export const TRAINING_COMMANDS = {} as const satisfies CommandTable
