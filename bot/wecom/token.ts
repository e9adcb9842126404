import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer } from './answer.ts'

/** Where the access token is kept, and who may renew it: all processes share one. */
export type TokenStore = Readonly<{
  read(): Promise<Readonly<{ token: string; until: Date }> | null>
  write(token: string, until: Date): Promise<void>
  /** true = we renew; false = somebody else does: read again in a moment. Ends by itself after `ms`. */
  lease(ms: number): Promise<boolean>
  /** gives the lease back */
  release(): Promise<void>
}>

export type Token = Readonly<{ ok: true; token: string } | { ok: false; reason: string; until: Date }>
export type Tokens = Readonly<{
  /** a token that is not `stale`, renewed if need be: once, however many ask */
  get(stale?: string | null): Promise<Token>
  /** why there is none at the moment */
  trouble(): string | null
}>

export type TokensOptions = Readonly<{
  store: TokenStore
  /** asks the platform for a token */
  ask(): Promise<Answer>
  now(): Date
}>

/** Renewed this long before its time is over. */
const EARLY_MS = 5 * 60_000
const LEASE_MS = 20_000
const LOOK_MS = 100
/** After a refusal nobody asks for a while: too many wrong secrets ban our address for an hour. */
const PENALTY = { first: 60_000, most: 10 * 60_000 } as const
/** Seconds, where the platform does not say. */
const LIFE_S = 7200

type Held = Readonly<{ token: string; until: Date }>

/** One access token for all calls and all processes. */
export function makeTokens({ store, ask, now }: TokensOptions): Tokens {
  let held: Held | null = null
  let renewing: Promise<Token> | null = null
  let refused: Readonly<{ reason: string; until: Date; times: number }> | null = null

  const fits = (one: Held | null, stale: string | null): one is Held =>
    one !== null && one.token !== stale && one.until.getTime() - EARLY_MS > now().getTime()

  async function renew(stale: string | null): Promise<Token> {
    for (let waited = 0; waited <= LEASE_MS; waited += LOOK_MS) {
      const kept = await store.read()
      if (fits(kept, stale)) return adopt(kept)
      if (await store.lease(LEASE_MS)) return fresh(stale).finally(() => store.release())
      await sleep(LOOK_MS)
    }
    return { ok: false, reason: 'another process renews the token and does not end', until: later(LOOK_MS * 10) }
  }

  /** Somebody may have renewed it between our look and our lease. */
  async function fresh(stale: string | null): Promise<Token> {
    const kept = await store.read()
    if (fits(kept, stale)) return adopt(kept)
    const answer = await ask()
    if (answer.kind !== 'ok') return noToken(answer)
    const { access_token: token, expires_in: seconds } = answer.body
    if (typeof token !== 'string' || token === '') return noToken({ kind: 'unclear', reason: 'no token in the answer' })
    const until = later((typeof seconds === 'number' ? seconds : LIFE_S) * 1000)
    await store.write(token, until)
    return adopt({ token, until })
  }

  function adopt(one: Held): Token {
    held = one
    refused = null
    return { ok: true, token: one.token }
  }

  function noToken(answer: Exclude<Answer, { kind: 'ok' }>): Token {
    const times = (refused?.times ?? 0) + 1
    const pause = Math.min(PENALTY.most, PENALTY.first * 2 ** (times - 1))
    const until = answer.kind === 'answered' ? later(pause) : answer.kind === 'unsent' ? answer.until : later(5000)
    const reason = answer.kind === 'answered' ? `gettoken answered ${answer.code}` : `gettoken: ${answer.reason}`
    refused = { reason, until, times: answer.kind === 'answered' ? times : 0 }
    return { ok: false, reason, until }
  }

  const later = (ms: number): Date => new Date(now().getTime() + ms)

  return {
    async get(stale = null) {
      if (fits(held, stale)) return { ok: true, token: held.token }
      if (refused && refused.until > now()) return { ok: false, reason: refused.reason, until: refused.until }
      renewing ??= renew(stale).finally(() => (renewing = null))
      return renewing
    },
    trouble: () => (refused && refused.until > now() ? refused.reason : null),
  }
}

/** For tools that run alone. */
export function memoryTokens(): TokenStore {
  let held: Held | null = null
  return {
    read: async () => held,
    write: async (token, until) => void (held = { token, until }),
    lease: async () => true,
    release: async () => undefined,
  }
}
