/** Why a backup, a restore or an upgrade was not done; each has its sentence in config/wording-backup.ts. */
export type BackupFaultCode =
  | 'no-key'
  | 'key-file'
  | 'bad-key'
  | 'key-exists'
  | 'other-key'
  | 'no-archive'
  | 'no-archives'
  | 'which-archive'
  | 'not-an-archive'
  | 'damaged'
  | 'other-database'
  | 'database-damaged'
  | 'chain-broken'
  | 'files-lost'
  | 'keys-unfit'
  | 'busy'
  | 'no-room'
  | 'cannot-write'
  | 'not-empty'
  | 'no-database'
  | 'no-pg-tools'
  | 'pg-failed'
  | 'no-createdb'
  | 'self-test'

/** Nothing was lost by it: what was there is there. `detail` is a path, a number or what a tool said; never what is in a row. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault'
  readonly code: BackupFaultCode
  readonly detail: string

  constructor(code: BackupFaultCode, detail = '', cause?: unknown) {
    super(detail === '' ? code : `${code}: ${detail}`, { cause })
    this.code = code
    this.detail = detail
  }
}
