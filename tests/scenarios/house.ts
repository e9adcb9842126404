import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, vi } from 'vitest'
import { startCore, type Core } from '../../app.ts'
import { putForward, stillClock, type MovableClock } from '../../clock.ts'
import { castOf } from '../../config/cast.ts'
import { readEnv, type Env, type RawEnv } from '../../config/env.ts'
import { loadTowns } from '../../config/township/load.ts'
import { parseDuration, toMs } from '../../domain/calendar/duration.ts'
import type { HolidayYear } from '../../domain/calendar/calendar.ts'
import type { Town } from '../../domain/town.ts'
import { makeLog } from '../../log.ts'
import type { Bubble } from '../../simulator/api.ts'
import { startSimulator } from '../../simulator/simulator.ts'
import type { Simulator } from '../../simulator/port.ts'
import { handOver } from '../services/logs.ts'
import { openBooks, rowsIn, type Row } from '../invariants/books.ts'
import { violations } from '../invariants/invariants.ts'
import { ensureRedis } from '../services/redis.ts'
import { openFleet, sharedDatabase, type Fleet } from './fleet.ts'
import { Person } from './person.ts'
import { tamperWith } from './tamper.ts'

export type HouseOptions = Readonly<{
  /** the instant the story begins, Shanghai time */
  at?: string
  /** the township folder, where it is not the sample */
  folder?: string
  towns?(towns: readonly Town[]): readonly Town[]
  /** variables of the environment beside those every house has */
  env?: RawEnv
  /** people who never wrote to the bot: it cannot write to them either */
  strangers?: readonly string[]
}>

const BOT = { id: 'aib-test', secret: 'not-a-secret', name: '哨子' }

type Running = Readonly<{ core: Core; fleet: Fleet | null }>

/** The whole house: the real app on the real SDK before the strict simulator, with a database of its own and a clock that stands still. */
export class House {
  readonly simulator: Simulator
  readonly clock: MovableClock
  core: Core
  #fleet: Fleet | null
  dataDir: string
  readonly errors: string[] = []
  /** everything that was logged */
  readonly lines: string[]
  readonly #restart: (years: readonly HolidayYear[]) => Promise<Running>
  #learnt: readonly HolidayYear[] = []
  readonly #clean: () => Promise<void>
  readonly #read = new Set<string>()

  constructor(
    simulator: Simulator,
    clock: MovableClock,
    { core, fleet }: Running,
    dataDir: string,
    errors: string[],
    lines: string[],
    restart: (years: readonly HolidayYear[]) => Promise<Running>,
    clean: () => Promise<void>,
  ) {
    this.simulator = simulator
    this.clock = clock
    this.core = core
    this.#fleet = fleet
    this.dataDir = dataDir
    this.errors = errors
    this.lines = lines
    this.#restart = restart
    this.#clean = clean
  }

  person(userid: string): Person {
    return new Person(this, userid)
  }

  /** Puts the clock forward (`2h`, `1d`), doing everything that comes due on the way, in order. */
  async forward(duration: string): Promise<void> {
    const parsed = parseDuration(duration)
    if (!parsed) throw new Error(`${duration} is no duration`)
    await this.until(new Date(this.clock.now().getTime() + toMs(parsed)))
  }

  async until(at: Date | string): Promise<void> {
    await putForward(this.clock, new Date(at), this.core.nextDue, async () => {
      if (this.#fleet) await this.settled()
      else await this.core.jobs.sweep()
    })
  }

  /** Waits until nothing that is due is left undone. */
  async settled(): Promise<void> {
    await this.core.idle()
    await this.#fleet?.settled(this.core, this.clock.now())
  }

  /** Among several processes another one may have to take over first. */
  get patience(): Readonly<{ within?: number }> {
    return this.#fleet ? { within: 60_000 } : {}
  }

  /** Does something the bot answers, and waits for it; among several processes the one that took it may have died. */
  async answered(act: () => Promise<unknown>, answer: () => Promise<unknown>): Promise<void> {
    if (this.#fleet) return this.#fleet.answered(this, act, answer)
    const come = answer()
    await act()
    await come
  }

  /** The unread message from the bot in a chat (a userid or a group's chatid) that fits; reads it. Fails when there is none. */
  expects(chat: string, ...words: readonly (string | RegExp)[]): Bubble {
    const unread = this.unread(chat)
    const found = unread.find((b) => words.every((w) => fits(textOf(b), w)))
    if (!found)
      expect.fail(
        `${chat} has no unread message with ${words.join(' + ')}; unread there:\n${unread.map((b) => `- ${textOf(b)}`).join('\n') || '(nothing)'}`,
      )
    this.#read.add(seal(found))
    return found
  }

  /** Reads whatever there is: for what a scenario is not about. */
  reads(...chats: readonly string[]): void {
    for (const chat of chats) for (const bubble of this.unread(chat)) this.#read.add(seal(bubble))
  }

  readsAll(): void {
    for (const bubble of this.simulator.bubbles) this.#read.add(seal(bubble))
  }

  unread(chat: string): Bubble[] {
    return this.simulator.chat(chat).filter((b) => b.from === 'bot' && !this.#read.has(seal(b)))
  }

  hearsNothing(...chats: readonly string[]): void {
    for (const chat of chats) expect(this.unread(chat).map(textOf), `${chat} should hear nothing`).toEqual([])
  }

  /** The holidays of another year are published; known from the next start on. */
  learns(year: HolidayYear): void {
    this.#learnt = [...this.#learnt, year]
  }

  /** The app dies as by `kill -9` is tested elsewhere; here it stops and starts again on the same database. */
  async restart(): Promise<void> {
    await this.core.close()
    await this.#fleet?.close()
    await this.begins()
  }

  /** A program starts on the database that lies in `dataDir` now. */
  async begins(): Promise<void> {
    const running = await this.#restart(this.#learnt)
    this.core = running.core
    this.#fleet = running.fleet
    await this.connected()
  }

  /** Begins what is done by night. */
  async nights(): Promise<void> {
    await Promise.all([this.core.nights(), this.#fleet?.nights()])
  }

  /** Looks at the machine, whoever does that. */
  async look(): Promise<void> {
    await (this.#fleet?.look() ?? this.core.look())
  }

  /** Looks until an alarm stands, or stands no more: of a Redis each process knows by itself, some seconds later. */
  async stands(kind: string, wanted: boolean): Promise<void> {
    const found = async () => {
      await this.look()
      await this.settled()
      return (await this.core.web.ready()).alarms.some((alarm) => alarm.kind === kind) === wanted
    }
    await vi.waitUntil(found, { timeout: 30_000, interval: 200 })
  }

  async connected(): Promise<void> {
    if (!this.simulator.connected) await this.simulator.next((e) => e.type === 'link' && e.connected, this.patience)
    await this.#learns(true)
  }

  async disconnected(): Promise<void> {
    if (this.simulator.connected) await this.simulator.next((e) => e.type === 'link' && !e.connected)
    await this.#learns(false)
  }

  /** The bot itself learns it a little later, and other processes when they look at it. */
  async #learns(wanted: boolean): Promise<void> {
    const learnt = () => this.core.ctx.channel.states().some(({ name, up }) => name === 'aibot' && up === wanted)
    await vi.waitUntil(learnt, { timeout: 20_000 })
  }

  /** Ends what runs. */
  async shut(): Promise<void> {
    await this.core.close()
    await this.#fleet?.close()
  }

  /** As DATABASE_URL. */
  get database(): string {
    return this.#fleet?.database ?? `file:${join(this.dataDir, 'shaozi.db')}`
  }

  /** Every row of the database, as text; not what its processes say of themselves every two seconds. */
  async allRows(): Promise<string> {
    await this.settled()
    const books = await openBooks(this.database)
    const names = (await books.tables()).filter((name) => name !== 'lease')
    const rows = []
    for (const name of names) rows.push(await books.rows(`SELECT * FROM "${name}"`))
    await books.close()
    return JSON.stringify(rows)
  }

  /** What a query finds in the database, past the program. */
  async rowsOf(query: string): Promise<readonly Row[]> {
    await this.settled()
    return rowsIn(this.database, query)
  }

  /** What an intruder does behind the back of the program: first he takes away what guards the table. */
  async tamper(table: string, ...statements: readonly string[]): Promise<void> {
    await tamperWith(this.database, table, statements)
  }

  /** All that lies in the database file and beside it, as text; of a server only its rows can be read. */
  async rawBytes(): Promise<string> {
    await this.settled()
    if (this.#fleet) return this.allRows()
    const names = ['shaozi.db', 'shaozi.db-wal']
    const files = await Promise.all(
      names.map((name) => readFile(join(this.dataDir, name)).catch(() => Buffer.alloc(0))),
    )
    return Buffer.concat(files).toString('utf8')
  }

  /** INV: what must hold in the database at a moment of rest, whatever the story did. */
  async violations(): Promise<readonly string[]> {
    await this.settled()
    return violations({ database: this.database, now: this.clock.now() })
  }

  /** Ends the story: a message nobody expected fails the test, and so does an unexpected error line. */
  async close(): Promise<void> {
    await this.settled()
    const verified = await this.core.ctx.store.verify()
    const unexpected = this.simulator.bubbles
      .filter((b) => b.from === 'bot' && !this.#read.has(seal(b)))
      .map((b) => `${b.chat}: ${textOf(b)}`)
    await this.#clean()
    handOver(this.lines)
    expect(verified.faults, 'the chain of events is whole').toEqual([])
    expect(this.errors, 'no error was logged').toEqual([])
    expect(unexpected, 'no message came that nobody expected').toEqual([])
  }
}

/** A card that changed is a new message to its reader. */
const seal = (bubble: Bubble): string => `${bubble.id}#${JSON.stringify(bubble.card)}#${bubble.content}`

function fits(text: string, word: string | RegExp): boolean {
  return typeof word === 'string' ? text.includes(word) : word.test(text)
}

/** Everything a reader sees of a bubble. */
export function textOf(bubble: Bubble): string {
  return bubble.card ? strings(bubble.card).join(' ') : bubble.content
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(strings)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

/** Opens the house. Every configured person has written to the bot before, except the strangers. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const dir = await mkdtemp(join(tmpdir(), 'shaozi-house-'))
  await cp(inject('heard'), dir, { recursive: true })
  const clock = stillClock(new Date(options.at ?? '2026-11-24T10:00:00+08:00'))
  const folder = options.folder ?? 'config/town'
  const loaded = await loadTowns(folder)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults))
  const towns = options.towns?.(loaded.towns) ?? loaded.towns
  const simulator = await startSimulator({
    bot: BOT,
    ...everybody(towns),
    clock: { now: clock.now, advance: async () => clock.now() },
  })
  const queue = process.env['SHAOZI_TEST_QUEUE']
  const shared = queue === 'fleet' ? await sharedDatabase() : null
  const redis = queue === 'local' ? null : await ensureRedis()
  const errors: string[] = []
  const lines: string[] = []
  const hear = (line: string): void => {
    lines.push(line)
    if (line.includes('"level":50')) errors.push(line)
  }
  const log = makeLog('debug', hear)
  const settings = (at: string): Env => {
    const env = readEnv({ ...variables, DATABASE_URL: shared ?? `file:${at}/shaozi.db`, DATA_DIR: at })
    if (!env.ok) throw new Error(JSON.stringify(env.faults))
    return env.env
  }
  const variables = {
    TOWN_CONFIG: folder,
    REDIS_URL: redis?.url ?? 'none',
    WECOM_AIBOT_ID: BOT.id,
    WECOM_AIBOT_SECRET: BOT.secret,
    WECOM_AIBOT_WS_URL: simulator.wsUrl,
    ...options.env,
  }
  const start = async (years: readonly HolidayYear[], at = house.dataDir): Promise<Running> => {
    const setting = { env: settings(at), towns, calendar: { years: [...loaded.calendar.years, ...years] } }
    const fleet = shared ? await openFleet(setting, clock.now, hear) : null
    if (fleet && !simulator.connected) await simulator.next((e) => e.type === 'link' && e.connected)
    const core = await startCore({
      ...setting,
      env: { ...setting.env, role: fleet ? 'web' : 'all' },
      log,
      now: clock.now,
      envFile: join(at, '.env'),
      onFatal: (error) => void errors.push(error.message),
    })
    return { core, fleet }
  }
  const clean = async () => {
    await house.shut()
    await simulator.close()
    await redis?.stop()
    await rm(dir, { recursive: true, force: true })
    await rm(house.dataDir, { recursive: true, force: true })
  }
  const house: House = new House(simulator, clock, await start([], dir), dir, errors, lines, start, clean)
  await house.connected()
  await acquaint(house, towns, options.strangers ?? [])
  return house
}

function everybody(towns: readonly Town[]) {
  const cast = castOf(towns)
  const people = towns.flatMap((t) => t.people).map((p) => ({ userid: p.userid, name: p.name, label: p.name }))
  const villagers = ['v-lihua', 'v-zhaomin'].map((userid) => ({ userid, name: userid, label: userid }))
  return { phones: [...villagers, ...people], groups: cast.groups }
}

async function acquaint(house: House, towns: readonly Town[], strangers: readonly string[]): Promise<void> {
  const people = towns.flatMap((t) => t.people).map((p) => p.userid)
  house.simulator.acquaint([...people, 'v-lihua', 'v-zhaomin'].filter((id) => !strangers.includes(id)))
}
