import { speller } from '../bot/aibot/address.ts'
import { appInbound } from '../bot/app/inbound.ts'
import { makeCallback, type CallbackDoor, type Plain } from '../bot/callback/callback.ts'
import { makePuller, type Puller } from '../bot/kf/pull.ts'
import type { WecomApi } from '../bot/wecom/answer.ts'
import type { Env } from '../config/env.ts'
import type { Log } from '../context.ts'
import type { InboxRow } from '../domain/decision.ts'
import type { Inbound } from '../domain/inbound.ts'
import type { Town } from '../domain/town.ts'
import type { Store } from '../store/store.ts'

export type EarsOptions = Readonly<{
  env: Env
  towns: readonly Town[]
  store: Store
  api: WecomApi | null
  log: Log
  now(): Date
  /** resolves once it is committed */
  receive(message: Inbound): Promise<void>
  /** rows that were just committed */
  take(row: InboxRow): void
  /** does this process look into the mailbox by itself? */
  leads(): boolean
}>

/** What hears people beside the AI bot: the callback of app and customer service, and the mailbox of the latter. */
export type Ears = Readonly<{
  callback: CallbackDoor | null
  /** Fetches what was written while nobody listened: of several processes one is to do so. */
  catchUp(): Promise<void>
  /** resolves when no mailbox is being read */
  idle(): Promise<void>
  close(): Promise<void>
}>

/** A callback's token lets the mailbox be read without the strict quota for ten minutes. */
const TOKEN_MS = 10 * 60_000

export function openEars(options: EarsOptions): Ears {
  const puller = mailbox(options)
  const callback = callbackDoor(options, puller)
  return {
    callback,
    catchUp: async () => (puller ? pullAfresh(options, puller) : undefined),
    idle: async () => puller?.idle(),
    close: async () => puller?.close(),
  }
}

function mailbox({ env, store, api, log, now, take, leads }: EarsOptions): Puller | null {
  if (!env.kf || !api) return null
  const account = env.kf.openKfid
  const key = `kf cursor ${account}`
  return makePuller({
    api,
    account,
    now,
    log,
    cursor: async () => (await store.note(key))?.value ?? null,
    async onPage(messages, cursor) {
      const received = await store.receivePage(messages, { key, value: cursor, until: null }, now())
      for (const { row, fresh } of received) if (fresh) take(row)
    },
    ...(env.app?.callbackToken === null ? { polls: leads } : {}),
  })
}

const tokenKey = (account: string): string => `kf token ${account}`

async function pullAfresh({ env, store, now }: EarsOptions, puller: Puller): Promise<void> {
  const note = await store.note(tokenKey(env.kf?.openKfid ?? '')).catch(() => null)
  await puller.pull(note?.until && note.until > now() ? note.value : null)
}

function callbackDoor(options: EarsOptions, puller: Puller | null): CallbackDoor | null {
  const { env, now, log } = options
  const { app } = env
  if (!app?.callbackToken || !app.callbackAesKey) return null
  return makeCallback({
    token: app.callbackToken,
    aesKey: app.callbackAesKey,
    corpId: app.corpId,
    now,
    log,
    onPlain: (plain) => hear(options, puller, plain),
  })
}

/** Customer service only says that something came; everything else says what. */
async function hear(
  { env, towns, store, now, receive }: EarsOptions,
  puller: Puller | null,
  plain: Plain,
): Promise<void> {
  if (plain['Event'] === 'kf_msg_or_event') {
    const account = env.kf?.openKfid
    if (!puller || !account || plain['OpenKfId'] !== account) return
    const token = typeof plain['Token'] === 'string' ? plain['Token'] : ''
    await store.putNote({ key: tokenKey(account), value: token, until: new Date(now().getTime() + TOKEN_MS) })
    void puller.pull(token || null)
    return
  }
  const reader = { corpId: env.app?.corpId ?? '', agentId: env.app?.agentId ?? null, spell: speller(towns) }
  const inbound = appInbound(plain, reader, now())
  if (inbound) await receive(inbound)
}
