import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ensure, find, services } from './ensure.ts'
import { freePort } from './port.ts'

export type TestRedis = Readonly<{ url: string; port: number; pid: number; stop(): Promise<void> }>

const PORTS_TRIED = 5
const START_LIMIT = 10_000

/** Starts a private, empty Redis that keeps nothing, on a free port or on `port`; installs it where we may, else says what to do. */
export async function ensureRedis(port?: number, ...more: readonly string[]): Promise<TestRedis> {
  ensure([services.redis])
  const program = find(services.redis) ?? ''
  for (let tries = 1; ; tries++) {
    const started = await start(program, port ?? (await freePort()), more)
    if (started) return started
    if (tries === PORTS_TRIED) throw new Error(`${program} does not start on a free port of 127.0.0.1: try it by hand`)
  }
}

async function start(program: string, port: number, more: readonly string[]): Promise<TestRedis | null> {
  const folder = mkdtempSync(join(tmpdir(), 'shaozi-redis-'))
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]
  const server = spawn(program, [...settings, ...more], { stdio: 'ignore' })
  const stopWithUs = () => server.kill('SIGKILL')
  process.once('exit', stopWithUs)
  const stop = async () => {
    process.off('exit', stopWithUs)
    await ended(server)
    rmSync(folder, { recursive: true, force: true })
  }
  if ((await listening(server, port)) && server.pid !== undefined)
    return { url: `redis://127.0.0.1:${port}`, port, pid: server.pid, stop }
  await stop()
  return null
}

async function listening(server: ChildProcess, port: number): Promise<boolean> {
  let failed = false
  server.once('error', () => (failed = true))
  for (const end = performance.now() + START_LIMIT; performance.now() < end; await pause(10)) {
    if (failed || server.exitCode !== null) return false
    if (await answers(port)) return server.exitCode === null
  }
  return false
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = connect(port, '127.0.0.1')
    probe.once('error', () => done(false))
    probe.once('connect', () => probe.write('PING\r\n'))
    probe.once('data', (reply) => {
      probe.destroy()
      done(reply.toString().startsWith('+PONG'))
    })
  })
}

/** SIGKILL also ends one that a test has stopped with SIGSTOP; there is nothing to be written. */
function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return Promise.resolve()
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill('SIGKILL')
  })
}
