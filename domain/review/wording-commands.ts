import type { CommandTable } from '../command/table.ts'

export const REVIEW_COMMANDS = {} as const satisfies CommandTable
