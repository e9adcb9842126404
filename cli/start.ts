import { join } from 'node:path'
import { startCore, type Core } from '../app.ts'
import { startDemo } from '../demo.ts'
import type { Env } from '../config/env.ts'
import { cli } from '../config/wording-cli.ts'
import type { Log } from '../context.ts'
import { makeLog } from '../log.ts'
import { firstKey } from '../web/api/sign-in/first.ts'
import { startWeb } from '../web/server.ts'
import { beforeStart } from './before.ts'
import { explain } from './fail.ts'
import { settings, townships } from './settings.ts'

/** Nothing that is left to do on the way out may take longer. */
const STOP_MS = 10_000

type Running = Readonly<{ say: string; close(): Promise<void> }>

/** `shaozi start`: the real bot where WECOM_AIBOT_* is set, else the demo. Runs until a signal. */
export async function start(): Promise<number> {
  let env: Env | null = null
  const asked = stopSignal()
  outliveTheTerminal()
  try {
    env = settings()
    beforeStart(env)
    const log = makeLog(env.logLevel)
    lastResort(log)
    const running = env.demo ? await demo(env, log, asked) : await live(env, log)
    process.stdout.write(running.say)
    await asked
    process.stdout.write(`${cli.stopping}\n`)
    await running.close()
    return 0
  } catch (error) {
    return explain(error, env)
  }
}

async function live(env: Env, log: Log): Promise<Running> {
  const core = await startCore({ env, ...(await townships(env)), log, onFatal: fatal(log), envFile: envFile() })
  try {
    const pages = env.role !== 'worker'
    const web = await startWeb({ host: env.host, port: env.port, log, ...core.web, mounts: [], pages })
    learnBeside(core, log)
    return {
      say: pages
        ? cli.live(web.url, await deskLink(core, web.url, env.publicUrl), queueWord(env, core))
        : cli.worker(web.url, queueWord(env, core)),
      close: async () => void (await Promise.all([web.close(), core.close()])),
    }
  } catch (error) {
    await core.close()
    throw error
  }
}

async function demo(env: Env, log: Log, asked: Promise<void>): Promise<Running> {
  const quiet = process.env['LOG_LEVEL'] ? log : makeLog('warn')
  const stop = new AbortController()
  void asked.then(() => stop.abort())
  if (env.demoStory) process.stdout.write(cli.demoBegins)
  const running = await startDemo({
    env,
    ...(await townships(env)),
    log: quiet,
    onFatal: fatal(log),
    stop: stop.signal,
    begun: (core) => learnBeside(core, quiet),
    envFile: envFile(),
  })
  try {
    const desk = await deskLink(running.core(), new URL(running.url).origin, null)
    return { say: cli.demo(running.url, desk, queueWord(env, running.core())), close: running.close }
  } catch (error) {
    await running.close()
    throw error
  }
}

/** The settings are read from here, and written here by the set-up page. */
const envFile = (): string => join(process.cwd(), '.env')

/** Where the pages are: with a key that works once, until the first administrator signed in. */
async function deskLink({ web, ctx }: Core, url: string, publicUrl: string | null): Promise<string> {
  const key = await firstKey(web.desk, ctx.now())
  const place = publicUrl ?? url
  return key === null ? `${place}/` : cli.firstLink(`${place}/sign-in#key=${key}`)
}

/** People are answered from the first moment on; what is learnt beside it is used as soon as it is there. */
function learnBeside(core: Core, log: Log): void {
  core.nights().catch((error: unknown) => log.warn({ error: String(error) }, 'nothing was learnt'))
}

/** Which Redis spreads the work (design.md §2.3). */
function queueWord({ redisUrl, role }: Env, { jobs }: Core): string {
  const external = redisUrl !== null && redisUrl !== 'none'
  if (jobs.mode() === 'bullmq') return external ? cli.queue.external : cli.queue.private
  if (external) return cli.queue.away
  return role === 'all' ? cli.queue.none : cli.queue.several
}

/** A database that may lose what was acknowledged must not take another message: the supervisor starts us afresh. */
function fatal(log: Log): (error: Error) => void {
  return (error) => {
    log.error({ error: error.message }, 'the database can no longer be trusted, ending')
    process.exit(1)
  }
}

/** A fault nobody caught is said and ends the process; every acknowledged row is in the database. */
function lastResort(log: Log): void {
  const end = (error: unknown): void => {
    log.error(
      { error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      'a fault nobody caught, ending',
    )
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}

/** Resolves when we are asked to stop, also while still starting: what was started by then is closed in order. A second signal ends us at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      setTimeout(() => process.exit(1), STOP_MS).unref()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  })
}

/** A closed window or a broken pipe is no reason to end: the words go nowhere, the work goes on. */
function outliveTheTerminal(): void {
  for (const out of [process.stdout, process.stderr]) out.on('error', () => undefined)
}
