import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startCore, type Core } from './app.ts'
import { movableClock, putForward } from './clock.ts'
import type { Env } from './config/env.ts'
import type { Log } from './context.ts'
import type { Calendar } from './domain/calendar/calendar.ts'
import type { Town } from './domain/town.ts'
import { startSimulator } from './simulator/simulator.ts'
import type { Simulator } from './simulator/port.ts'
import type { Desk } from './web/desk.ts'
import { startWeb, type Web } from './web/server.ts'
import { castOf } from './config/cast.ts'
import { castWording } from './config/wording-cli.ts'
import { firstDay, isHalfTold } from './demo/firstDay.ts'
import { quiet } from './demo/quiet.ts'

export type Demo = Readonly<{ url: string; core(): Core; close(): Promise<void> }>

type DemoOptions = Readonly<{
  env: Env
  towns: readonly Town[]
  calendar: Calendar
  log: Log
  envFile?: string
  onFatal(error: Error): void
  /** whoever started it may want it no more while it is still starting */
  stop?: AbortSignal
  /** a program is running, at the start and after every start over */
  begun?(core: Core): void
}>

const PREFIX = '/demo'

/** The whole thing without any account: our own WeCom with phones in the browser, and the bot on its real SDK in front of it. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { env, log } = options
  const clock = movableClock()
  const bot = { id: 'aib-demo', secret: crypto.randomUUID(), name: castWording.bot }
  let core: Core | null = null
  const present = (): Core => {
    if (!core) throw new Error('the demo is starting again')
    return core
  }
  const advance = async (ms: number): Promise<Date> => {
    const { jobs, nextDue } = present()
    await putForward(clock, new Date(clock.now().getTime() + ms), nextDue, () => jobs.sweep())
    return clock.now()
  }
  const start = async (wsUrl: string): Promise<Core> => {
    let telling = true
    const started = await startCore({
      ...options,
      log: quiet(log, () => telling),
      env: { ...env, aibot: { id: bot.id, secret: bot.secret, wsUrl } },
      now: clock.now,
    })
    const stopped = () => options.stop?.aborted ?? false
    try {
      if (simulator.bubbles.length === 0) await firstDay({ env, simulator, core: started, clock, stopped })
    } catch (error) {
      await started.close()
      throw error
    } finally {
      telling = false
    }
    options.begun?.(started)
    return started
  }
  const simulator: Simulator = await startSimulator({
    bot,
    ...castOf(options.towns),
    journal: join(env.dataDir, 'demo-chats.jsonl'),
    clock: { now: clock.now, advance },
    onReset: async () => {
      await core?.close()
      core = null
      if (await forget(env)) clock.reset()
      core = await start(simulator.wsUrl)
    },
  })
  let web: Web | null = null
  try {
    core = await start(simulator.wsUrl)
    if (isOwn(env.databaseUrl, env.dataDir) && !options.stop?.aborted && (await isHalfTold(core)))
      await simulator.reset()
    const latest = await core.ctx.store.latestEventAt()
    if (latest) clock.set(latest)
    web = await startWeb({
      host: env.host,
      port: env.port,
      log,
      ready: () => present().web.ready(),
      trustedProxy: env.trustedProxy,
      metricsToken: env.metricsToken,
      measure: async () => core?.web.measure() ?? null,
      open: () => core?.web.open() ?? null,
      desk: presentDesk(() => present().web.desk),
      mounts: [{ prefix: PREFIX, handle: (req, res, prefix) => simulator.handle(req, res, prefix) }],
    })
  } catch (error) {
    await core?.close()
    await simulator.close()
    throw error
  }
  const open = web
  return {
    url: `${open.url}${PREFIX}/`,
    core: present,
    close: async () => {
      await open.close()
      await core?.close()
      await simulator.close()
    },
  }
}

/** The desk of whichever core there is now. */
function presentDesk(present: () => Desk): Desk {
  return {
    get ctx() {
      return present().ctx
    },
    publicUrl: null,
    byWecom: false,
    demo: true,
    get setup() {
      return present().setup
    },
    health: () => present().health(),
    alarms: () => present().alarms(),
    queuePage: () => present().queuePage(),
    takeLink: (key) => present().takeLink(key),
    act: (userid, words) => present().act(userid, words),
    words: (body) => present().words(body),
    eventName: (type) => present().eventName(type),
    explainCode: (code) => present().explainCode(code),
    hand: (task) => present().hand(task),
    foresee: (task, until) => present().foresee(task, until),
    get lists() {
      return present().lists
    },
  }
}

/** Only the demo's own database is ever deleted: it has a name of its own that no other start uses. One that was named keeps its cases. */
async function forget({ databaseUrl, dataDir }: Env): Promise<boolean> {
  if (!isOwn(databaseUrl, dataDir)) return false
  for (const suffix of ['', '-wal', '-shm']) await rm(join(dataDir, `demo.db${suffix}`), { force: true })
  return true
}

function isOwn(databaseUrl: string, dataDir: string): boolean {
  return [`file:${join(dataDir, 'demo.db')}`, `file:${dataDir}/demo.db`].includes(databaseUrl)
}
