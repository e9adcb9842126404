import type { Inbound } from '../../domain/inbound.ts'
import type { Channel } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import type { Enclose } from '../door/enclosed.ts'
import type { BotLog } from '../log.ts'
import { makeLedger, type QuotaLedger } from '../quota/ledger.ts'
import { speller } from './address.ts'
import { aibotChannel } from './channel.ts'
import { toInbound, type Reader } from './inbound.ts'
import { keepLink, type AibotAlarm } from './link.ts'
import { receiver } from './receive.ts'
import { TIMING, type Timing } from './timing.ts'

export type { AibotAlarm } from './link.ts'

export type AibotOptions = Readonly<{
  id: string
  secret: string
  wsUrl: string
  towns: readonly Town[]
  log: BotLog
  now(): Date
  /** has this person ever written to the bot? */
  hasWritten(userid: string): Promise<boolean>
  /** resolves once the message is safe; called again after a rejection, so it must recognise `dedupeKey` */
  onInbound(inbound: Inbound): Promise<void>
  onAlarm(alarm: AibotAlarm): void
  /** what the bot is called in groups, where it has another name than 哨子 */
  names?: readonly string[]
  timing?: Partial<Timing>
  /** the picture or the file of a notice that has one */
  enclose?: Enclose
  /** shared with the other doors, so that their use of the platform is shown together */
  ledger?: QuotaLedger
  /** 0..1, for the jitter */
  dice?: () => number
}>

export type Aibot = Readonly<{
  channel: Channel
  /** resolves when logged in, at once if it is */
  whenUp(): Promise<void>
  /** resolves when what was being handed over is done; nothing is received afterwards */
  close(): Promise<void>
}>

/** Connects the AI bot and keeps it connected until `close`. Returns at once; it never throws for the network's sake. */
export function startAibot(options: AibotOptions): Aibot {
  const { id, secret, wsUrl, towns, log, now, hasWritten, names, ledger = makeLedger() } = options
  const timing = { ...TIMING, ...options.timing }
  const reader: Reader = { id, spell: speller(towns), ...(names ? { names } : {}) }
  const onAlarm = (alarm: AibotAlarm): void => guard(log, () => options.onAlarm(alarm))
  const inbox = receiver({ pauses: timing.handOver, log, onInbound: options.onInbound, onAlarm })
  const onFrame = (frame: unknown): void =>
    guard(log, () => {
      const inbound = toInbound(frame, reader, now())
      if (inbound) inbox.take(inbound)
      else log.debug({}, 'aibot: a callback without a sender was ignored')
    })
  const link = keepLink({ id, secret, wsUrl, log, timing, now, dice: options.dice ?? Math.random, onFrame, onAlarm })
  const channel = aibotChannel({
    link,
    towns,
    log,
    ledger,
    hasWritten,
    ...(options.enclose ? { enclose: options.enclose } : {}),
  })
  return {
    channel,
    whenUp: () => link.whenUp(),
    async close() {
      link.close()
      await inbox.settled()
    },
  }
}

/** Nothing of ours may throw into the SDK's event loop: it would be swallowed there without a trace. */
function guard(log: BotLog, act: () => void): void {
  try {
    act()
  } catch (error) {
    log.error({ fault: error instanceof Error ? error.name : typeof error }, 'aibot: an event could not be dealt with')
  }
}
