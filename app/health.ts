import { checkBackup, type NoteOf } from '../config/doctor/backup.ts'
import { checkDataDir, checkDisk, checkNode } from '../config/doctor/machine.ts'
import { checkChannel, checkProxy } from '../config/doctor/services.ts'
import { checkTowns } from '../config/doctor/town.ts'
import type { Env } from '../config/env.ts'
import { healthWords as words } from '../config/wording-health.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import type { Finding } from '../web/setup.ts'
import type { Readiness } from '../web/readiness.ts'

/** unsent for longer than this is worth saying, in seconds */
const LATE = 300

/** What a clerk wants to know of the machine: in plain words, each with what to do. */
export async function health(
  env: Env,
  ready: Readiness,
  parked: number,
  note: NoteOf,
  now: Date,
): Promise<readonly Finding[]> {
  return [
    running(ready),
    ...ready.channels.map(channel),
    queue(ready),
    unsent(ready),
    stuck(parked, ready.waiting ?? 0),
    checkChannel(env),
    ...checkProxy(env),
    checkNode(process.versions.node),
    await checkDataDir(env),
    await checkDisk(env),
    ...(await checkBackup(env, note, now)),
    ...(await checkTowns(env, dayOf(now))),
  ]
}

const running = ({ database }: Readiness): Finding =>
  database === 'ok'
    ? fine(words.names.database, words.databaseFine)
    : bad(words.names.database, words.databaseAway, words.databaseMend)

const channel = ({ name, up }: Readiness['channels'][number]): Finding =>
  up ? fine(words.channel(name), words.channelFine) : bad(words.channel(name), words.channelDown, words.channelMend)

function queue({ queue: mode, redis }: Readiness): Finding {
  if (mode === 'bullmq') return fine(words.names.queue, words.queueRedis)
  return redis['redis'] === 'away'
    ? { name: words.names.queue, ok: 'warn', cause: words.queueAway, mend: words.queueMend }
    : fine(words.names.queue, words.queueLocal)
}

function unsent({ oldestUnsentSeconds: seconds }: Readiness): Finding {
  if (seconds === null || seconds < LATE) return fine(words.names.unsent, words.unsentFine)
  return bad(words.names.unsent, words.unsentLate(Math.round(seconds / 60)), words.unsentMend)
}

function stuck(parked: number, waiting: number): Finding {
  if (parked === 0) return fine(words.names.parked, words.parkedNone(waiting))
  return { name: words.names.parked, ok: 'warn', cause: words.parkedSome(parked, waiting), mend: words.parkedMend }
}

const fine = (name: string, cause: string): Finding => ({ name, ok: 'ok', cause, mend: '' })
const bad = (name: string, cause: string, mend: string): Finding => ({ name, ok: 'bad', cause, mend })
