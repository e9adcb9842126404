import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { AS_STARTED } from '../flags.ts'
import { CALLBACK, CORP, sealed } from '../../tests/doors/envelope.ts'
import { clients, lanes, type Call } from './load.ts'
import { BOT, type Seen } from './platform.ts'
import { reported, writeTown } from './town.ts'

const AGENT = 1000002
/** reports that were taken and whose messages have not come yet */
export const UNDER_WAY = 100
const LOOK_MS = 10
const DRAINED_WITHIN = 300_000

export type Ours = Awaited<ReturnType<typeof startOurs>>

/** The built program as `npm start` runs it, before WeCom in a process of its own. */
export async function startOurs(dir: string, databaseUrl: string, connections: number) {
  const platform = await startPlatform()
  const town = join(dir, 'town')
  await writeTown(town)
  const program = startProgram(dir, {
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(dir, 'data'),
    TOWN_CONFIG: town,
    REDIS_URL: 'none',
    PORT: '0',
    LOG_LEVEL: 'error',
    WECOM_AIBOT_ID: BOT.id,
    WECOM_AIBOT_SECRET: BOT.secret,
    WECOM_AIBOT_WS_URL: platform.wsUrl,
    WECOM_API_BASE: platform.base,
    WECOM_CORP_ID: CORP,
    WECOM_AGENT_ID: `${AGENT}`,
    WECOM_APP_SECRET: 'not-a-secret',
    WECOM_CALLBACK_TOKEN: CALLBACK.token,
    WECOM_CALLBACK_AES_KEY: CALLBACK.aesKey,
  })
  const http = clients(await program.url, connections, 200)
  let next = 0

  /** Sealed before the clock runs: what is measured is the program, not who calls it. */
  const calls = (count: number): Call[] =>
    Array.from({ length: count }, () => {
      const { from, text } = reported(next)
      const fields = { FromUserName: from, MsgType: 'text', Content: text, MsgId: `5${next}`, AgentID: AGENT }
      next += 1
      const { query, body } = sealed(fields, new Date())
      return { path: `/wecom/callback?${query}`, body }
    })

  /** Reports by the callback until both messages of each have arrived; answers the seconds. */
  async function reports(count: number, underWay = UNDER_WAY): Promise<number> {
    const waiting = calls(count)
    const before = await platform.seen()
    const from = performance.now()
    let posted = 0
    let done = 0
    const look = async (): Promise<void> => {
      const { cards, answers } = await platform.seen()
      done = Math.min(cards - before.cards, answers - before.answers)
    }
    const looking = setInterval(() => void look(), LOOK_MS)
    try {
      await lanes(connections, async () => {
        while (posted - done >= underWay) await pause(1)
        const call = waiting[posted]
        if (!call) return false
        posted += 1
        await http.post(call)
        return true
      })
      while (done < count) {
        if (performance.now() - from > DRAINED_WITHIN)
          throw new Error(`${done} of ${count} reports were answered and dispatched`)
        await pause(1)
      }
      return (performance.now() - from) / 1000
    } finally {
      clearInterval(looking)
    }
  }

  return {
    pid: program.pid,
    platformPid: platform.pid,
    reports,
    async stop(): Promise<void> {
      await http.close()
      await program.stop()
      await platform.stop()
    },
  }
}

async function startPlatform() {
  const child = fork(join(import.meta.dirname, `platform${import.meta.filename.slice(-3)}`), ['platform'])
  const [{ wsUrl, base }] = (await once(child, 'message')) as [Readonly<{ wsUrl: string; base: string }>]
  let asked: Promise<Seen> | null = null
  return {
    wsUrl,
    base,
    pid: child.pid ?? 0,
    /** one question at a time */
    seen(): Promise<Seen> {
      asked ??= once(child, 'message').then(([seen]) => {
        asked = null
        return seen as Seen
      })
      child.send('seen')
      return asked
    },
    stop: () => ended(child, 'SIGKILL'),
  }
}

function startProgram(dir: string, env: Readonly<Record<string, string>>) {
  const inherited = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' }
  const profile = process.env['SHAOZI_PEER_PROFILE']
  const flags = [...AS_STARTED, ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])]
  const child = spawn(process.execPath, [...flags, join(process.cwd(), 'dist', 'main.js'), 'start'], {
    cwd: dir,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  // what it warns of in an invented township is of no interest, unless it ends
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)))
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${said}`)))
  })
  return { url, pid: child.pid ?? 0, stop: () => ended(child, 'SIGTERM') }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
