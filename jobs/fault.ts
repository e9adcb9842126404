/** A thrown thing in one line that is fit for the log and for a reason column. SDKs reject with bare frames, too. */
export function faultOf(error: unknown): string {
  if (error instanceof Error) return cut(`${error.name}: ${error.message}`)
  if (typeof error !== 'object' || error === null) return cut(String(error))
  const { errcode, errmsg } = error as { errcode?: unknown; errmsg?: unknown }
  return errcode === undefined
    ? 'an object without a message was thrown'
    : cut(`${String(errcode)} ${String(errmsg ?? '')}`)
}

/** The decision was made on a state that has moved on: loading and deciding again is enough. */
export function isLostRace(error: unknown): boolean {
  return error instanceof Error && error.name === 'LostRace'
}

const cut = (text: string) => (text.length > 300 ? `${text.slice(0, 299)}…` : text)
