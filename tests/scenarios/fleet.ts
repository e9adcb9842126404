import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { vi } from 'vitest'
import type { Core } from '../../app.ts'
import type { Env } from '../../config/env.ts'
import type { Calendar } from '../../domain/calendar/calendar.ts'
import type { Town } from '../../domain/town.ts'
import { rowsIn } from '../invariants/books.ts'
import { ensurePostgres, freshDatabase, type Postgres } from '../services/postgres.ts'
import type { House } from './house.ts'

/** How often one of them is killed, in ms; the issue of a county: every 20 s. */
const KILL_MS = Number(process.env['SHAOZI_FLEET_KILL_MS'] ?? 20_000)
/** After so long without an answer it is asked whether anybody took it. */
const SOON_MS = 3_000
const LONG_MS = 90_000
const ROLES = ['web', 'worker', 'worker'] as const

type Setting = Readonly<{ env: Env; towns: readonly Town[]; calendar: Calendar }>
type Member = { readonly role: Env['role']; readonly child: ChildProcess; gone: boolean }
type Hear = (line: string) => void

/** Other processes of the program beside the one of the test, over the same PostgreSQL and Redis; one after the other is killed. */
export type Fleet = Readonly<{
  /** Resolves when all of them see this instant and nothing that is due is left undone. */
  settled(core: Core, now: Date): Promise<void>
  /** Does something, and again where nobody took it. */
  answered(house: House, act: () => Promise<unknown>, answer: () => Promise<unknown>): Promise<void>
  /** Begins what is done by night in each of them. */
  nights(): Promise<void>
  /** Looks at the machine: whoever leads does. */
  look(): Promise<void>
  /** as DATABASE_URL */
  database: string
  close(): Promise<void>
}>

let server: Promise<Postgres> | null = null
let databases = 0
let hired: Crew | null = null

/** A fresh database on the one server of this file of tests. */
export async function sharedDatabase(): Promise<string> {
  server ??= ensurePostgres()
  return freshDatabase(await server, `house_${(databases += 1)}`)
}

type Crew = Readonly<{
  open(setting: Setting, now: () => Date, hear: Hear): Promise<void>
  /** Asks each of them, once whoever died has a successor; what they answer. */
  all(kind: string, what?: object): Promise<readonly unknown[]>
  close(): Promise<void>
  /** a successor is on his way */
  replacing(): Promise<void>
  kills(): number
}>

/** They live as long as the file of tests, open one house after the other, and die now and then: at any moment of any story. */
function hire(): Crew {
  let replacing: Promise<void> = Promise.resolve()
  let kills = 0
  let house: { readonly setting: Setting; readonly now: () => Date; readonly hear: Hear; over: boolean } | null = null
  const members = ROLES.map(born)
  setInterval(() => void (replacing = replacing.then(kill)), KILL_MS).unref()

  function born(role: Env['role']): Member {
    const child = fork(join(import.meta.dirname, 'member.mjs'), [], { serialization: 'advanced', execArgv: [] })
    const member: Member = { role, child, gone: false }
    child.once('exit', () => (member.gone = true))
    child.on('message', (message: { line?: string }) => message.line !== undefined && house?.hear(message.line))
    return member
  }

  async function begins(member: Member): Promise<void> {
    if (!house) return
    const { setting, now } = house
    await ask(member, 'open', { ...setting, env: { ...setting.env, role: member.role }, now: now().getTime() })
  }

  async function kill(): Promise<void> {
    const n = Math.floor(Math.random() * members.length)
    const victim = members[n]
    if (!victim || !house || house.over) return
    kills += 1
    victim.child.kill('SIGKILL')
    const successor = born(victim.role)
    members[n] = successor
    await begins(successor)
  }

  const all = async (kind: string, what: object = {}): Promise<readonly unknown[]> => {
    await replacing
    return Promise.all(members.map((member) => ask(member, kind, what)))
  }

  return {
    async open(setting, now, hear) {
      await replacing
      house = { setting, now, hear, over: false }
      await Promise.all(members.map(begins))
    },
    all,
    async close() {
      if (house) house.over = true
      await all('close')
      house = null
    },
    replacing: () => replacing,
    kills: () => kills,
  }
}

export async function openFleet(setting: Setting, now: () => Date, hear: Hear): Promise<Fleet> {
  const crew = (hired ??= hire())
  await crew.open(setting, now, hear)

  const taken = async (): Promise<string> =>
    JSON.stringify(await rowsIn(setting.env.databaseUrl, 'SELECT count(*) AS n FROM inbox'))

  return {
    nights: async () => void (await crew.all('nights')),
    async look() {
      await vi.waitUntil(async () => (await crew.all('look')).includes(true), { timeout: LONG_MS, interval: 500 })
    },
    database: setting.env.databaseUrl,
    async settled({ ctx: { store }, idle }, at) {
      await vi.waitUntil(
        async () => {
          await crew.all('clock', { now: at.getTime() })
          await idle()
          await crew.all('idle')
          const [unhandled, unsent, unfired] = await Promise.all([
            store.unhandled(1),
            store.dueOutbox(at, 1),
            store.dueTimers(at, 1),
          ])
          return unhandled.length + unsent.length + unfired.length === 0
        },
        { timeout: LONG_MS, interval: 50 },
      )
    },
    async answered(house, act, answer) {
      for (let tries = 0; ; tries += 1) {
        await crew.replacing()
        await house.connected()
        const before = [crew.kills(), await taken()]
        const come = answer()
        come.catch(() => undefined)
        const gone = await act().then(
          () => null,
          (error: unknown) => error,
        )
        // whoever acted beside him has changed the card: that was the answer to both
        if (gone !== null && tries > 0) return
        if (gone !== null) throw gone
        const heard = await Promise.race([come.then(() => true), pause(SOON_MS, false)])
        if (heard) return
        await crew.replacing()
        if (before[1] !== (await taken()) || before[0] === crew.kills() || tries > 3) return void (await come)
      }
    },
    close: () => crew.close(),
  }
}

let asked = 0

/** Whoever dies over it has done what he could: his successor is asked the next time. */
function ask({ child, gone }: Member, kind: string, what: object): Promise<unknown> {
  if (gone) return Promise.resolve(null)
  const id = (asked += 1)
  return new Promise((resolve, reject) => {
    const hear = (message: { id?: number; error?: string; answer?: unknown }): void => {
      if (message.id !== id) return
      done()
      if (message.error === undefined) resolve(message.answer)
      else reject(new Error(message.error))
    }
    const end = (): void => (done(), resolve(null))
    const done = (): void => void child.off('message', hear).off('exit', end)
    child.on('message', hear).once('exit', end)
    child.send({ id, kind, ...what }, (error) => error && end())
  })
}
