import { Agent, request } from 'undici'
import type { Channel, NoticeBody, OutboxRow, Sent } from '../../domain/notice.ts'
import type { Hook, Town } from '../../domain/town.ts'
import { refused } from '../door/outcome.ts'
import { guarded } from '../media/download.ts'
import type { CallRule } from './address.ts'
import { signature } from './sign.ts'

export type HookOptions = Readonly<{
  towns: readonly Town[]
  rule: CallRule
  /** the words by which the receiver knows us; null where they are not to be found */
  secretOf(hook: Hook): Promise<string | null>
  /** ms for a whole call */
  timeout?: number
}>

export type HookChannel = Channel & Readonly<{ close(): Promise<void> }>

const CALL_MS = 10_000
/** so much of an answer is read: nothing in it matters but its status */
const MOST_BYTES = 64 * 1024

/** Calls other systems: one POST for each thing that happened, signed, to public addresses only and without following anybody anywhere. */
export function hookChannel({ towns, rule, secretOf, timeout = CALL_MS }: HookOptions): HookChannel {
  const agent = new Agent({
    connect: { timeout, lookup: guarded(rule) },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connections: 2,
    keepAliveTimeout: 1000,
  })

  async function call(row: OutboxRow, hook: Hook, now: Date): Promise<Sent> {
    const url = rule.url(hook.url)
    if (!url) return again('not an address that may be called')
    const secret = await secretOf(hook)
    if (secret === null) return again('no secret')
    const body = bodyOf(row)
    const { statusCode, body: answer } = await request(url, {
      method: 'POST',
      dispatcher: agent,
      signal: AbortSignal.timeout(timeout),
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'Shaozi',
        'Idempotency-Key': row.id,
        'X-Shaozi-Signature': signature(secret, now, body),
      },
      body,
    })
    await answer.dump({ limit: MOST_BYTES, signal: AbortSignal.timeout(timeout) }).catch(() => undefined)
    return statusCode >= 200 && statusCode < 300 ? { outcome: 'sent', how: 'push' } : again(`HTTP ${statusCode}`)
  }

  return {
    async send(rows, now) {
      const [row] = rows
      const hook = row && hookOf(row, towns)
      if (!row || !hook) return refused('no-channel', 'not in webhooks.yaml any more')
      // never the message of the error: it may hold the address with what is secret in it
      return call(row, hook, now).catch((error: unknown) => again(`no answer: ${codeOf(error)}`))
    },
    state: () => ({ name: 'hook', up: true, detail: 'calls when something happens' }),
    close: () => agent.destroy(),
  }
}

const again = (reason: string): Sent => ({ outcome: 'again', reason, door: 'hook', skipped: [] })

function hookOf({ to }: OutboxRow, towns: readonly Town[]): Hook | null {
  if (to.kind !== 'hook') return null
  return towns.find(({ code }) => code === to.town)?.hooks?.find(({ id }) => id === to.id) ?? null
}

/** The same bytes at every try; `id` tells a second delivery. */
function bodyOf({ id, body }: OutboxRow): string {
  const { event, at, town, case: about } = body as Extract<NoticeBody, { kind: 'hook' }>
  return JSON.stringify({ id, event, at, town, case: about })
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
