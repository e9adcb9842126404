/**
 * Prisma codes that say "not now" and nothing about the rows: unreachable, timed out, locked, transaction gone, deadlock.
 */
const outages = new Set(['P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037', 'P2039'])

export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : 'errorCode' in error ? error.errorCode : null
  return typeof code === 'string' && (outages.has(code) || /^(ECONN|ETIMEDOUT|EPIPE)/.test(code))
}
