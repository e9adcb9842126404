import type { CommandTable } from '../command/table.ts'

export const JOINT_COMMANDS = {
  'roll-call': { words: ['点名'], shape: 'order' },
} as const satisfies CommandTable
