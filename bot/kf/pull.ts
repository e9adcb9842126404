import type { Inbound } from '../../domain/inbound.ts'
import type { BotLog } from '../log.ts'
import type { Answer, WecomApi } from '../wecom/answer.ts'
import { kfInbound } from './inbound.ts'

export type PullOptions = Readonly<{
  api: WecomApi
  /** open_kfid */
  account: string
  /** where the last page ended; null = from the oldest the platform still has: three days */
  cursor(): Promise<string | null>
  /** one transaction: what a page holds, and where it ended. Called again with the same after a rejection */
  onPage(messages: readonly Inbound[], cursor: string): Promise<void>
  now(): Date
  log: BotLog
  /** no callback comes: is it ours to look every so often? */
  polls?: () => boolean
  /** ms between such looks */
  every?: number
  /** ms before each try after a failure */
  pauses?: readonly number[]
}>

export type Puller = Readonly<{
  /** Fetches what is new, once for all who ask meanwhile; `token` from the callback. Never rejects: what failed is tried again. */
  pull(token: string | null): Promise<void>
  /** resolves when nothing is being fetched */
  idle(): Promise<void>
  /** resolves when the page being fetched is done with */
  close(): Promise<void>
}>

/** Three looks a minute without a token; the platform is strict about more than ten. */
const EVERY = 20_000
const PAUSES = [1000, 3000, 10_000, 30_000, 60_000] as const
/** After the platform said that it is asked too often. */
const SLOW_MS = 60_000
const LIMIT = 1000
const CODES = { badToken: 95007, tooOften: 45009 } as const

type Page = Readonly<{ items: readonly unknown[]; next: string; more: boolean }>
type Round = Readonly<{ ok: true }> | Readonly<{ ok: false; reason: string; atLeast: number }>

/** Pulls what customers wrote, page by page; the cursor moves with the page it ends, so that nothing is lost or taken twice. */
export function makePuller(options: PullOptions): Puller {
  const { api, account, cursor, onPage, now, log, every = EVERY, pauses = PAUSES } = options
  let wanted: Readonly<{ token: string | null }> | null = null
  let running: Promise<void> | null = null
  let retry: NodeJS.Timeout | undefined
  let fails = 0
  let restUntil = 0
  let closed = false

  function pull(token: string | null): Promise<void> {
    wanted = { token: token ?? wanted?.token ?? null }
    running ??= work().finally(() => (running = null))
    return running
  }

  /** Somebody may ask while a round ends: then there is another one. */
  async function work(): Promise<void> {
    while (wanted && !closed && now().getTime() >= restUntil) {
      const { token } = wanted
      wanted = null
      const round = await rounds(token).catch((error: unknown) => fault(error))
      if (!round.ok) return again(round.reason, round.atLeast)
      if (fails > 0) log.info({ fails }, 'kf: messages are fetched again')
      fails = 0
    }
  }

  function again(reason: string, atLeast: number): void {
    if (fails === 0) log.warn({ reason }, 'kf: messages could not be fetched; trying again')
    const pause = Math.max(atLeast, pauses[Math.min(fails, pauses.length - 1)] ?? 0)
    fails += 1
    restUntil = atLeast > 0 ? now().getTime() + atLeast : 0
    clearTimeout(retry)
    if (!closed) retry = setTimeout(afterRest, pause)
  }

  function afterRest(): void {
    restUntil = 0
    void pull(null)
  }

  /** All pages there are. */
  async function rounds(token: string | null): Promise<Round> {
    let use = token
    for (let from = await start(); !closed;) {
      const answer = await ask(from, use)
      if (answer.kind === 'answered' && answer.code === CODES.badToken && use !== null) {
        use = null
        continue
      }
      if (answer.kind !== 'ok') return failed(answer)
      const page = pageOf(answer.body, from)
      const kept = await keep(page)
      if (!kept.ok || !page.more) return kept
      if (page.next === from) return { ok: false, reason: 'more is said to come, but the cursor stays', atLeast: 0 }
      from = page.next
    }
    return { ok: true }
  }

  const start = async (): Promise<string> => (await cursor()) ?? ''

  const ask = (from: string, token: string | null): Promise<Answer> =>
    api.call('kf/sync_msg', {
      body: { open_kfid: account, limit: LIMIT, ...(from ? { cursor: from } : {}), ...(token ? { token } : {}) },
    })

  function failed(answer: Exclude<Answer, { kind: 'ok' }>): Round {
    if (answer.kind === 'unsent') {
      return { ok: false, reason: answer.reason, atLeast: Math.max(0, answer.until.getTime() - now().getTime()) }
    }
    if (answer.kind !== 'answered') return { ok: false, reason: answer.reason, atLeast: 0 }
    return { ok: false, reason: `answered ${answer.code}`, atLeast: answer.code === CODES.tooOften ? SLOW_MS : 0 }
  }

  async function keep({ items, next }: Page): Promise<Round> {
    if (items.length === 0 && next === '') return { ok: true }
    await onPage(
      items.flatMap((item) => kfInbound(item, account) ?? []),
      next,
    )
    return { ok: true }
  }

  const { polls } = options
  const ticks = polls ? setInterval(() => void (polls() && pull(null)), every) : undefined
  return {
    pull,
    idle: async () => void (await running),
    async close() {
      closed = true
      clearTimeout(retry)
      clearInterval(ticks)
      await running
    },
  }
}

/** Ours, not the platform's. */
const fault = (error: unknown): Round => ({
  ok: false,
  reason: error instanceof Error ? error.name : typeof error,
  atLeast: 0,
})

function pageOf(body: Readonly<Record<string, unknown>>, from: string): Page {
  const { msg_list: list, next_cursor: next, has_more: more } = body
  return {
    items: Array.isArray(list) ? list : [],
    next: typeof next === 'string' && next ? next : from,
    more: more === 1,
  }
}
