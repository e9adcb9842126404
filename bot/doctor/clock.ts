const PATIENCE = 5_000

/**
 * By how many seconds our clock is ahead of that of a server, by the Date of whatever it answers; null when it says none.
 * RFC 9110 §6.6.1 has it in whole seconds.
 */
export async function aheadOf(url: string, wall: () => Date): Promise<number | null> {
  const asked = wall().getTime()
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const { headers } = await fetch(url, { method: 'HEAD', redirect: 'manual', signal })
    const said = Date.parse(headers.get('date') ?? '')
    // its answer was made about halfway
    return Number.isNaN(said) ? null : Math.round(((asked + wall().getTime()) / 2 - said) / 1000)
  } catch {
    return null
  }
}
