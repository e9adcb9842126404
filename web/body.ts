import type { IncomingMessage } from 'node:http'

const TOO_LARGE = 413
const NOT_ARRIVED = 408
/** ms for a request to arrive: WeCom itself gives up after five seconds */
const ARRIVE_MS = 5_000

/** The status to answer with where it is too large, or does not arrive whole and in time; the rest is left unread. */
export async function readRaw(request: IncomingMessage, most: number): Promise<Buffer | 413 | 408> {
  if (Number(request.headers['content-length'] ?? 0) > most) return TOO_LARGE
  const late = setTimeout(() => request.destroy(), ARRIVE_MS)
  try {
    const pieces: Buffer[] = []
    let size = 0
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > most) return TOO_LARGE
      pieces.push(piece)
    }
    return Buffer.concat(pieces)
  } catch {
    return NOT_ARRIVED
  } finally {
    clearTimeout(late)
  }
}
