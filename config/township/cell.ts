import type { Where } from '../fault.ts'

/** One value a clerk wrote, and where; null when it is empty or missing. YAML and CSV both end up as cells. */
export type Cell = Readonly<{
  where: Where
  text: string | null
  /** something is written that is no value, and a fault says so already */
  refused?: true
}>

export const isMissing = (cell: Cell): boolean => cell.text === null && cell.refused === undefined
