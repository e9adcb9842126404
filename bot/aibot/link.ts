import { WSClient } from '@wecom/aibot-node-sdk'
import type { BotLog } from '../log.ts'
import { sdkLog } from './sdk-log.ts'
import { pause, type Timing } from './timing.ts'

/** What an operator must hear about the connection. Each is said once per occurrence. */
export type AibotAlarm = Readonly<{ kind: 'kicked' | 'refused' | 'lost' | 'back' | 'unsaved'; detail: string }>

export type LinkOptions = Readonly<{
  id: string
  secret: string
  wsUrl: string
  log: BotLog
  timing: Timing
  now(): Date
  dice(): number
  /** what arrives; must not throw */
  onFrame(frame: unknown): void
  onAlarm(alarm: AibotAlarm): void
}>

type Cause = 'lost' | 'refused' | 'kicked'
export type LinkState = 'dialling' | 'up' | Cause | 'closed'

export type Link = Readonly<{
  /** the client, only while it is logged in */
  client(): WSClient | null
  state(): Readonly<{ state: LinkState; since: Date }>
  /** resolves when logged in, at once if it is */
  whenUp(): Promise<void>
  /** gives this connection up for a new one */
  renew(reason: string): void
  close(): void
}>

/**
 * Keeps one logged-in connection. Each WSClient lives for one socket, with the SDK's own reconnecting switched off:
 * it has no jitter, never notices an unanswered login, and leaks a socket when it is stopped and started again.
 * Whatever ends a connection, a fresh client is made after a pause, for ever.
 */
export function keepLink(options: LinkOptions): Link {
  const { log, timing } = options
  const waiting = new Set<() => void>()
  const tries: Record<Cause, number> = { lost: 0, refused: 0, kicked: 0 }
  let client: WSClient | null = null
  let state: LinkState = 'dialling'
  let since = options.now()
  let downSince: Date | null = since
  let timer: NodeJS.Timeout | undefined
  let stable: NodeJS.Timeout | undefined
  let lost: NodeJS.Timeout | undefined
  let alarmed = false
  let kickedAt = -Infinity

  function enter(next: LinkState): void {
    state = next
    since = options.now()
  }

  function dial(): void {
    enter('dialling')
    const mine = newClient(options)
    client = mine
    listen(mine)
    timer = setTimeout(() => drop('lost', 'the login was not answered in time'), timing.loginWithin)
    mine.connect()
  }

  function listen(mine: WSClient): void {
    const ifMine = (act: () => void) => () => (client === mine ? act() : undefined)
    mine.on('authenticated', ifMine(up))
    mine.on('error', (error) => (client === mine ? failed(error) : undefined))
    mine.on('message', (frame: unknown) => options.onFrame(frame))
    mine.on('event', (frame: unknown) => options.onFrame(frame))
    mine.on(
      'event.disconnected_event',
      ifMine(() => drop('kicked', 'another program logged in as this bot')),
    )
    mine.on(
      'disconnected',
      ifMine(() => drop('lost', 'the connection was closed')),
    )
  }

  function failed(error: Error): void {
    const code = /^Authentication failed:.*\(code: (-?\d+)\)$/s.exec(error.message)?.[1]
    if (code !== undefined) drop('refused', `the login was refused with code ${code}`)
    else log.debug({ code: 'code' in error ? error.code : error.name }, 'aibot connection error')
  }

  function up(): void {
    clearTimeout(timer)
    clearTimeout(lost)
    lost = undefined
    enter('up')
    const gap = downSince
    downSince = null
    stable = setTimeout(forgive, timing.stableAfter)
    log.info({}, 'aibot connected')
    if (alarmed)
      options.onAlarm({ kind: 'back', detail: `was away from ${gap?.toISOString()} to ${since.toISOString()}` })
    alarmed = false
    for (const resolve of waiting) resolve()
    waiting.clear()
  }

  function forgive(): void {
    tries.lost = 0
    tries.refused = 0
  }

  /** Two programs that take turns are still fighting, however long each of them holds the line. */
  function countKick(): void {
    const at = performance.now()
    if (at - kickedAt > 2 * timing.kicked.most) tries.kicked = 0
    kickedAt = at
  }

  function drop(cause: Cause, reason: string): void {
    if (state === 'closed') return
    discard()
    if (cause === 'kicked') countKick()
    enter(cause)
    downSince ??= since
    const wait = pause(timing[cause], tries[cause], options.dice())
    tries[cause] += 1
    log.warn({ cause, retryInMs: wait }, `aibot: ${reason}`)
    warnOf(cause, reason)
    timer = setTimeout(dial, wait)
  }

  /** A lost line is worth an alarm only when it stays away; the others at once, but not at every retry. */
  function warnOf(cause: Cause, reason: string): void {
    if (cause === 'lost') {
      lost ??= setTimeout(() => alarm('lost', 'the connection is away'), timing.alarmAfter)
      return
    }
    if (cause === 'kicked' || tries.refused === 1) alarm(cause, reason)
  }

  function alarm(kind: Cause, detail: string): void {
    alarmed = true
    options.onAlarm({ kind, detail })
  }

  /** Ends the current client for good; what it may still emit is ignored. */
  function discard(): void {
    clearTimeout(timer)
    clearTimeout(stable)
    const old = client
    client = null
    old?.disconnect()
  }

  dial()
  return {
    client: () => (state === 'up' ? client : null),
    state: () => ({ state, since }),
    whenUp: () => (state === 'up' ? Promise.resolve() : new Promise((resolve) => void waiting.add(resolve))),
    renew: (reason) => (state === 'up' ? drop('lost', reason) : undefined),
    close() {
      discard()
      clearTimeout(lost)
      enter('closed')
    },
  }
}

function newClient({ id, secret, wsUrl, log, timing }: LinkOptions): WSClient {
  return new WSClient({
    botId: id,
    secret,
    wsUrl,
    heartbeatInterval: timing.heartbeat,
    maxReconnectAttempts: 0,
    maxAuthFailureAttempts: 0,
    logger: sdkLog(log),
  })
}
