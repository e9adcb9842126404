import { hostname } from 'node:os'
import type { Log, Store } from '../context.ts'
import type { ChannelState } from '../domain/notice.ts'
import { LEAD } from '../store/lease.ts'

/** So long it is ours unless we say so again; a dead process is replaced within this, a look and a connection: 15 s. */
const TERM_MS = 8_000
const LOOK_MS = 2_000
/** We stop so long before the others may begin. */
const MARGIN_MS = 1_500

/** What whoever leads tells the others of itself. */
export type Said = Readonly<{ host: string; pid: number; channels: readonly ChannelState[] }>

/**
 * One process of several leads: it alone holds the connection of the AI bot, reads the mailbox, delivers, sweeps and
 * keeps the schedules. The others take in, decide and fire timers, and one of them takes over when it is gone.
 */
export type Lead = Readonly<{
  leads(): boolean
  /** of the lease we have or had last: what we settle under it counts only while nobody has had it since */
  fence(): number | undefined
  /** what the one that leads says of its channels; where nobody does, that */
  channels(): readonly ChannelState[]
  /** Looks now. */
  look(): Promise<void>
  /** From now on `changed` is called when we begin or cease to lead, and the others hear of these channels. */
  attend(own: Own): void
  close(): Promise<void>
}>

type Own = Readonly<{ channels(): readonly ChannelState[]; changed(): void }>

type Options = Readonly<{
  store: Pick<Store, 'alone' | 'takeLease' | 'dropLease' | 'leaseHeld'>
  /** a name no other process has */
  id: string
  /** may this process lead at all? */
  eligible: boolean
  log: Log
}>

export function openLead({ store, id, eligible, log }: Options): Lead {
  let until = -Infinity
  let fence: number | null = null
  let led = false
  let others: readonly ChannelState[] = nobody
  let own: Own = { channels: () => [], changed: () => {} }
  let looking: Promise<void> | null = null

  const leads = (): boolean => store.alone || performance.now() < until
  const said = (): Said => ({ host: hostname(), pid: process.pid, channels: own.channels() })

  async function take(): Promise<void> {
    const asked = performance.now()
    const got = await store.takeLease({ name: LEAD, holder: id, ms: TERM_MS, said: said() })
    if (got === null) return void (until = -Infinity)
    until = asked + TERM_MS - MARGIN_MS
    fence = got
  }

  async function once(): Promise<void> {
    try {
      if (eligible) await take()
      if (!leads()) others = channelsOf((await store.leaseHeld(LEAD))?.said)
    } catch (error) {
      // the database is away: what we have ends by itself, and nobody else can take it either
      log.debug({ fault: error instanceof Error ? error.message : String(error) }, 'the lease could not be looked at')
      others = nobody
    }
    changed()
  }

  function changed(): void {
    if (leads() === led) return
    led = leads()
    if (!store.alone) log.info({ fence }, led ? 'this process leads now' : 'another process leads, or nobody does')
    own.changed()
  }

  function look(): Promise<void> {
    looking ??= once().finally(() => (looking = null))
    return looking
  }

  // a term that ran out while the database did not answer is noticed between the looks, too
  const timers = store.alone
    ? []
    : [setInterval(() => void look(), LOOK_MS).unref(), setInterval(changed, MARGIN_MS / 3).unref()]

  return {
    leads,
    fence: () => (store.alone ? undefined : (fence ?? 0)),
    channels: () => (leads() ? own.channels() : others),
    look,
    attend(given) {
      own = given
    },
    async close() {
      for (const timer of timers) clearInterval(timer)
      await looking
      until = -Infinity
      if (!store.alone && eligible) await store.dropLease(LEAD, id).catch(() => undefined)
    },
  }
}

const nobody: readonly ChannelState[] = [{ name: 'lead', up: false, detail: 'no process leads' }]

function channelsOf(said: unknown): readonly ChannelState[] {
  const { channels } = Object(said) as Partial<Said>
  return Array.isArray(channels) ? channels : nobody
}
