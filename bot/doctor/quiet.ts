import type { BotLog } from '../log.ts'

const nothing = (): void => undefined

/** The doctor speaks by its findings; what the parts it tries would log is not for the terminal. */
export const QUIET: BotLog = { debug: nothing, info: nothing, warn: nothing, error: nothing }
