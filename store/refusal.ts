export type RefusalCode =
  | 'bad-url'
  | 'unreachable'
  | 'read-only'
  | 'not-a-database'
  | 'foreign-database'
  | 'locked'
  | 'disk-full'
  | 'in-use'
  | 'not-wal'
  | 'not-durable'
  | 'database-newer'
  | 'migration-changed'
  | 'migration-failed'

/** The database cannot be opened as it is; the message tells the operator what to do. Starting again will not help. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal'
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}
