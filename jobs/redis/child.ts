import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Log } from '../../context.ts'
import { patience } from '../backoff.ts'
import { forgetData, kill, launchAndWait, ourServer, shutDown, type Place } from './server.ts'
import { listens } from './socket.ts'
import { PREFIX, type RedisSource } from './source.ts'

const LOOK_EVERY = 1_000
const STARTING = 5_000
const STOPPING = 2_000
const BACKOFF = [0, 1_000, 5_000, 15_000, 60_000]
/** after this many starts that came to nothing its data is taken for unreadable */
const TRUSTED_STARTS = 2

/**
 * A Redis of our own on a Unix socket under the data folder. One that our crashed predecessor left behind is taken over;
 * one that dies is started again. Null when it cannot be started or the socket is somebody else's.
 */
export async function privateRedis(place: Place, log: Log): Promise<RedisSource | null> {
  if (await listens(place.socket)) {
    if (!(await isOurs(place))) return refuse(log, place, 'another server listens on the socket')
    log.info({ socket: place.socket }, 'the private Redis of an earlier run was found again')
  } else if (!(await start(place))) {
    return refuse(log, place, 'it did not start, see redis.log in that folder')
  }
  const keeper = keep(place, log, await ourServer(place))
  return {
    kind: 'private',
    label: `private ${place.socket}`,
    prefix: PREFIX,
    connect: (options) => new Redis({ ...options, path: place.socket }),
    close: keeper.close,
  }
}

/** It may still be reading its log. */
async function isOurs(place: Place): Promise<boolean> {
  for (const end = performance.now() + STARTING; performance.now() < end; await pause(LOOK_EVERY / 4))
    if ((await ourServer(place)) !== null) return true
  return false
}

function refuse(log: Log, place: Place, reason: string): null {
  log.warn({ folder: place.folder, reason }, 'no private Redis')
  return null
}

async function start(place: Place): Promise<boolean> {
  for (let tries = 0; tries < 2; tries++) {
    if (await launchAndWait(place, STARTING)) return true
    await forgetData(place.folder)
  }
  return false
}

/** Looks at the socket every second and starts the server again when nobody is there, ever more patiently. */
function keep(place: Place, log: Log, started: number | null) {
  let pid = started
  let closing: Promise<void> | null = null
  let failures = 0
  let notBefore = 0
  let looking: Promise<void> | null = null

  async function look() {
    if (await listens(place.socket)) {
      failures = 0
      return
    }
    if (closing || performance.now() < notBefore) return
    log.warn({ failures }, 'the private Redis has ended, it is started again')
    if (failures >= TRUSTED_STARTS) await forgetData(place.folder)
    if (await launchAndWait(place, STARTING)) {
      pid = await ourServer(place)
      return
    }
    failures++
    notBefore = performance.now() + patience(BACKOFF, failures)
  }

  const timer = setInterval(() => {
    looking ??= look().finally(() => (looking = null))
  }, LOOK_EVERY)
  timer.unref()
  // it has a session of its own: where we end without closing in order it would stay behind
  const takeAlong = () => void (pid !== null && kill(pid, 'SIGTERM'))
  process.on('exit', takeAlong)

  async function end() {
    clearInterval(timer)
    await looking
    await shutDown(place, STOPPING)
    process.off('exit', takeAlong)
  }
  return { close: () => (closing ??= end()) }
}
