import type { Dispatcher } from 'undici'
import type { Answer } from './answer.ts'

const MOST_BYTES = 1024 * 1024
/** ms until a platform that cannot be reached is tried again */
const UNREACHABLE_MS = 5_000

/** Errors that come before anything was sent. */
const UNSENT: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]

/** What an answer of the platform says. A 5xx says that nothing was done; what cannot be read says nothing. */
export async function readAnswer(response: Dispatcher.ResponseData): Promise<Answer> {
  const { statusCode: status } = response
  if (status !== 200) {
    await response.body.dump({ limit: 1024 }).catch(() => undefined)
    return { kind: 'failed', reason: `HTTP ${status}` }
  }
  try {
    return readBody(JSON.parse(await textOf(response)) as unknown)
  } catch {
    return { kind: 'unclear', reason: 'an answer that cannot be read' }
  }
}

function readBody(body: unknown): Answer {
  const fields = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {}
  const code = fields['errcode']
  if (typeof code !== 'number') return { kind: 'unclear', reason: 'an answer without errcode' }
  return code === 0 ? { kind: 'ok', body: fields } : { kind: 'answered', code }
}

async function textOf({ body }: Dispatcher.ResponseData): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of body as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > MOST_BYTES) throw new Error('an answer that is too long')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** What a call that threw may have done. Never the message of the error: it may hold the address with its secrets. */
export function whyNot(error: unknown, now: Date): Extract<Answer, { kind: 'unsent' | 'unclear' }> {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? String(at.code) : ''
    if (UNSENT.includes(code))
      return { kind: 'unsent', reason: `not connected: ${code}`, until: new Date(now.getTime() + UNREACHABLE_MS) }
  }
  const code = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : typeof error
  return { kind: 'unclear', reason: `no answer: ${code}` }
}
