import type { Row } from './vary.ts'

/** The bytes of a table or an index, and how many rows a table has. */
export type Sizes = Readonly<{
  bytes: number
  rows: Readonly<Record<string, number>>
  kb: Readonly<Record<string, number>>
}>

/** The database itself, past the program, while nobody runs on it. */
export type Ground = Readonly<{
  /** rows of a table, as they can be put in again */
  rows(table: string, where: string): Promise<readonly Row[]>
  add(table: string, rows: readonly Row[]): Promise<void>
  /** an instant, as it stands in a condition */
  literal(at: Date): string
  meta(key: string): Promise<string | null>
  setMeta(key: string, value: string): Promise<void>
  atOnce(work: () => Promise<void>): Promise<void>
  /** Indexes are made at once when all rows are there: row by row takes three times as long. */
  dropIndexes(): Promise<void>
  makeIndexes(): Promise<void>
  sizes(): Promise<Sizes>
  close(): Promise<void>
}>

export const TABLES = [
  'identity',
  'contact',
  'inbox',
  'task',
  'report',
  'event',
  'outbox',
  'timer',
  'conversation',
  'entry',
  'attachment',
  'lesson',
  'note',
  'access_log',
] as const

/** Where the statements of the indexes are kept that must be made again. */
export const INDEXES = 'scale indexes'
/** the tables that are filled */
export const FILLED_TABLES = ['task', 'report', 'event', 'inbox', 'outbox']
