import { EventEmitter, on } from 'node:events'
import { startAibot, type Aibot, type AibotAlarm } from '../../bot/aibot/aibot.ts'
import { TIMING, type Timing } from '../../bot/aibot/timing.ts'
import type { Inbound } from '../../domain/inbound.ts'
import type { Town } from '../../domain/town.ts'
import { handOver } from '../services/logs.ts'
import { BOT, Platform } from './platform.ts'
import { TOWN } from './samples.ts'

/** Short enough for a test, in the same order as in earnest. */
export const QUICK: Timing = {
  ...TIMING,
  loginWithin: 200,
  heartbeat: 60_000,
  lost: { first: 10, most: 40 },
  refused: { first: 150, most: 400 },
  kicked: { first: 150, most: 400 },
  handOver: [0, 5, 5],
}

export type BenchOptions = Readonly<{
  towns?: readonly Town[]
  timing?: Partial<Timing>
  secret?: string
  hasWritten?(userid: string): Promise<boolean>
  onInbound?(inbound: Inbound): Promise<void>
  platform?: Platform
  /** where it dials, if not to the platform itself */
  wsUrl?: string
}>

/** The bot before a platform, with all it hears, alarms and logs. */
export class Bench {
  readonly platform: Platform
  readonly bot: Aibot
  readonly inbound: Inbound[] = []
  readonly alarms: AibotAlarm[] = []
  readonly logged: string[] = []
  now = new Date('2026-11-24T02:00:00Z')
  readonly #events = new EventEmitter()

  private constructor(platform: Platform, options: BenchOptions) {
    this.platform = platform
    this.bot = startAibot({
      id: BOT.id,
      secret: options.secret ?? BOT.secret,
      wsUrl: options.wsUrl ?? platform.url,
      towns: options.towns ?? [TOWN],
      log: this.#log(),
      now: () => this.now,
      hasWritten: options.hasWritten ?? (async () => true),
      onInbound: async (inbound) => {
        await options.onInbound?.(inbound)
        this.inbound.push(inbound)
        this.#events.emit('something')
      },
      onAlarm: (alarm) => {
        this.alarms.push(alarm)
        this.#events.emit('something')
      },
      timing: { ...QUICK, ...options.timing },
      dice: () => 1,
    })
  }

  static async open(options: BenchOptions = {}): Promise<Bench> {
    return new Bench(options.platform ?? (await Platform.start()), options)
  }

  static async up(options: BenchOptions = {}): Promise<Bench> {
    const bench = await Bench.open(options)
    await bench.bot.whenUp()
    return bench
  }

  async until(true_: () => boolean): Promise<void> {
    if (true_()) return
    for await (const _ of on(this.#events, 'something')) if (true_()) return
  }

  async close(): Promise<void> {
    await this.bot.close()
    handOver(this.logged)
    await this.platform.close()
  }

  #log() {
    const keep = (level: string) => (fields: object, message: string) => {
      this.logged.push(`${level} ${JSON.stringify(fields)} ${message}`)
      this.#events.emit('something')
    }
    return { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') }
  }
}
