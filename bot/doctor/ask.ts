import { request } from 'undici'

/** What somebody at an HTTP address said; `nobody` where none was there or none answered in time. */
export type Heard =
  | Readonly<{ kind: 'heard'; status: number; text: string; location: string | null; ms: number }>
  | Readonly<{ kind: 'nobody'; code: string }>

const PATIENCE = 8_000
/** Nobody we ask has more to say; a page that is longer is not ours. */
const ENOUGH = 64 * 1024

/** GET without following redirects: WeCom does not follow them either. Never throws. */
export async function ask(url: string): Promise<Heard> {
  const started = performance.now()
  try {
    const { statusCode: status, headers, body } = await request(url, { signal: AbortSignal.timeout(PATIENCE) })
    const text = await beginning(body)
    const { location } = headers
    const to = typeof location === 'string' ? location : null
    return { kind: 'heard', status, text, location: to, ms: performance.now() - started }
  } catch (error) {
    return { kind: 'nobody', code: codeOf(error) }
  }
}

async function beginning(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes >= ENOUGH) break
  }
  return Buffer.concat(chunks).toString('utf8', 0, ENOUGH)
}

/** The system's code of a failed call; it may be hidden in the causes of the error. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  if (error.name === 'TimeoutError') return 'ETIMEDOUT'
  if ('code' in error && typeof error.code === 'string') return error.code
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause
  return inner === undefined ? error.name : codeOf(inner)
}

/** A JSON object, or null. */
export function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
