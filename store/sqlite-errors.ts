import { StoreRefusal } from './refusal.ts'

/** Says in one sentence why a SQLite file cannot be used; passes refusals and unknown faults on as they are. */
export function refusalOf(error: unknown, path: string): Error {
  if (error instanceof StoreRefusal) return error
  if (!(error instanceof Error)) return new Error(String(error))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (/^(EACCES|EPERM|EROFS|SQLITE_READONLY.*)$/.test(code))
    return new StoreRefusal('read-only', `the database folder or file is read-only for this account: ${path}`, error)
  if (
    /^(SQLITE_CANTOPEN.*|ENOTDIR|EEXIST|EISDIR|ENOENT)$/.test(code) ||
    error.message.includes('directory does not exist')
  )
    return new StoreRefusal('bad-url', `the database file cannot be opened or made: ${path}`, error)
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new StoreRefusal('not-a-database', `the file is not a SQLite database, or it is damaged: ${path}`, error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new StoreRefusal('disk-full', `the disk is full: ${path}`, error)
  if (code.startsWith('SQLITE_BUSY'))
    return new StoreRefusal('locked', `another program holds a lock on the database: ${path}`, error)
  return error
}
