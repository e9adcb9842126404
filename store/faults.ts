/** Prisma codes that say "not now" and nothing about the rows: unreachable, timed out, locked, transaction gone, deadlock. */
const outageCodes = /^(P1001|P1002|P1008|P1011|P1017|P2024|P2028|P2034|P2037|P2039)$/
/** What the drivers say of the same, which Prisma wraps as P2010 in raw statements. */
const driverKinds =
  /^(SocketTimeout|DatabaseNotReachable|ConnectionClosed|TlsConnectionError|TooManyConnections|TransactionWriteConflict)$/
const driverCodes = /^(SQLITE_BUSY|SQLITE_LOCKED|57P0\d|08|40001|40P01|53300|ECONN|ETIMEDOUT|EPIPE)/
const driverMessages =
  /not queryable|connection (was )?(terminated|closed|timeout)|timeout exceeded when trying to connect/i

const fullCodes = /^(SQLITE_FULL|SQLITE_IOERR|ENOSPC|EDQUOT|53100)/

/** Is there no room, or no disk, to write to? Another try a moment later is no use. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return [text(error, 'code'), text(causeOf(error), 'originalCode')].some((code) => fullCodes.test(code))
}

/** Did the database fail as such, so that the same statements are worth another try? */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const cause = causeOf(error)
  const codes = [text(error, 'code'), text(error, 'errorCode'), text(cause, 'originalCode')]
  return (
    codes.some((code) => outageCodes.test(code) || driverCodes.test(code)) ||
    driverKinds.test(text(cause, 'kind')) ||
    driverMessages.test(error.message)
  )
}

const causeOf = (error: Error): unknown => at(error, 'meta', 'driverAdapterError', 'cause')

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (Reflect.get(inner, key) as unknown) : undefined),
    value,
  )
}

function text(value: unknown, key: string): string {
  const found = at(value, key)
  return typeof found === 'string' ? found : ''
}
