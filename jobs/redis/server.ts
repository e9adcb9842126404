import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { within } from '../limit.ts'
import { listens } from './socket.ts'

export type Place = Readonly<{ program: string; folder: string; socket: string }>

/** A server that was started; it may end at once, of a setting it does not know or a log it cannot read. */
type Launched = Readonly<{ ended(): boolean }>

const LOOK = 25

/** What Redis holds is only wake-ups, but losing less than a second of them is cheap; it must never throw any away. */
function settings({ folder, socket }: Place): string[] {
  return [
    ['--port', '0'],
    ['--unixsocket', socket],
    ['--unixsocketperm', '700'],
    ['--dir', folder],
    ['--daemonize', 'no'],
    ['--appendonly', 'yes'],
    ['--appendfsync', 'everysec'],
    ['--save', ''],
    ['--maxmemory-policy', 'noeviction'],
    ['--logfile', join(folder, 'redis.log')],
    ['--loglevel', 'warning'],
  ].flat()
}

/**
 * Starts the server in a session of its own: a Ctrl-C in our terminal must not end it before us, and it outlives our crash.
 * Node cannot set the umask of a child, the shell can.
 */
function launch(place: Place): Launched {
  const child = spawn('/bin/sh', ['-c', 'umask 077; exec "$0" "$@"', place.program, ...settings(place)], {
    cwd: place.folder,
    detached: true,
    stdio: 'ignore',
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
  })
  let ended = false
  child.once('error', () => (ended = true))
  child.once('exit', () => (ended = true))
  child.unref()
  return { ended: () => ended }
}

/** Starts the server and waits until it answers, or for `ms` while it reads a long log; false = it ended. */
export async function launchAndWait(place: Place, ms: number): Promise<boolean> {
  const launched = launch(place)
  for (const end = performance.now() + ms; performance.now() < end && !launched.ended(); await pause(LOOK))
    if ((await listens(place.socket)) && (await ourServer(place)) !== null) return true
  return !launched.ended()
}

/** The process id of the server behind the socket, when it is the one of this folder; null = somebody else's, or no answer. */
export async function ourServer({ folder, socket }: Place): Promise<number | null> {
  const client = new Redis({
    path: socket,
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
  })
  client.on('error', () => undefined)
  try {
    await within(2_000, 'the private Redis', client.connect())
    const [dir, info] = await within(
      2_000,
      'the private Redis',
      Promise.all([client.config('GET', 'dir'), client.info('server')]),
    )
    const pid = Number(/^process_id:(\d+)/m.exec(info)?.[1])
    return Array.isArray(dir) && dir[1] === folder && pid > 0 ? pid : null
  } catch {
    return null
  } finally {
    client.disconnect()
  }
}

/** Ends the server: it writes its log out first; after `ms` it is killed. */
export async function shutDown(place: Place, ms: number): Promise<void> {
  const pid = await ourServer(place)
  if (pid === null) return
  kill(pid, 'SIGTERM')
  for (const end = performance.now() + ms; performance.now() < end; await pause(LOOK))
    if (!(await listens(place.socket))) return
  kill(pid, 'SIGKILL')
}

/** Without waiting: on a way out that waits for nothing. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // it has ended meanwhile
  }
}

/** The log of a server that cannot read it any more; only wake-ups were in it, the database still has the work. */
export async function forgetData(folder: string): Promise<void> {
  await rm(join(folder, 'appendonlydir'), { recursive: true, force: true })
  await rm(join(folder, 'appendonly.aof'), { force: true })
}
