import { checkBackup, type NoteOf } from '../config/doctor/backup.ts'
import { checkDataDir, checkDisk, checkNode } from '../config/doctor/machine.ts'
import { checkChannel, checkProxy } from '../config/doctor/services.ts'
import { checkOfSign, checksOf } from '../config/doctor/signs.ts'
import { checkTowns } from '../config/doctor/town.ts'
import type { Env } from '../config/env.ts'
import { healthWords as words } from '../config/wording-health.ts'
import type { AlarmKind, Sign } from '../domain/alarm/kinds.ts'
import type { Seen } from '../domain/alarm/seen.ts'
import { ALARM_FINE, signName } from '../domain/alarm/wording-alarm.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import type { Finding } from '../web/setup.ts'

/** What is looked at for the page; `signs` = what is wrong of `seen`, or stands otherwise. */
export type Looked = Readonly<{
  seen: Seen
  signs: readonly Sign[]
  /** messages that were given up, and those that wait for their recipient to write */
  undelivered: Readonly<{ parked: number; waiting: number }>
  note: NoteOf
  now: Date
}>

/** What a clerk wants to know of the machine: in plain words, each with what to do. */
export async function health(env: Env, { seen, signs, undelivered, note, now }: Looked): Promise<readonly Finding[]> {
  return [
    ...checksOf('database', signs),
    ...seen.channels.map((channel) => channelOf(channel, signs)),
    ...checksOf('redis', signs, seen.redis === 'none' ? words.queueLocal : ALARM_FINE.redis),
    ...checksOf('unsent', signs),
    stuck(undelivered),
    ...checksOf('parked', signs),
    ...LOOKED_AT.flatMap(([kind, isSeen]) => (isSeen(seen) ? checksOf(kind, signs) : [])),
    ...ending(seen),
    checkChannel(env),
    ...checkProxy(env),
    checkNode(process.versions.node),
    await checkDataDir(env),
    ...(await checkDisk(env)),
    ...(await checkBackup(env, note, now)),
    ...(await checkTowns(env, dayOf(now))),
  ]
}

/** What not every township has. */
const LOOKED_AT: readonly (readonly [kind: AlarmKind, isSeen: (seen: Seen) => boolean])[] = [
  ['chain', ({ chain }) => chain !== null],
  ['certificate', ({ certificate }) => certificate !== null && 'until' in certificate],
  ['address', ({ certificate }) => certificate !== null],
  ['skew', ({ skews }) => skews.length > 0],
]

function channelOf({ name }: Seen['channels'][number], signs: readonly Sign[]): Finding {
  const sign = signs.find(({ kind, of }) => kind === 'channel' && of === name)
  return sign ? checkOfSign(sign) : fine(signName({ kind: 'channel', of: name }), ALARM_FINE.channel)
}

function stuck({ parked, waiting }: Looked['undelivered']): Finding {
  if (parked === 0) return fine(words.names.parked, words.parkedNone(waiting))
  return { name: words.names.parked, ok: 'warn', cause: words.parkedSome(parked, waiting), mend: words.parkedMend }
}

const SOON = 30

/** Whoever must act hears of it by name in the chat (到期提醒); here it is counted. */
function ending({ ends }: Seen): Finding[] {
  const soon = WHAT.flatMap((what) => ((ends[what] ?? Infinity) <= SOON ? [[what, ends[what] ?? 0] as const] : []))
  return soon.map(([what, days]) => ({
    name: words.ends[what],
    ok: days < 0 ? 'bad' : 'warn',
    cause: words.endsIn(days),
    mend: words.endsMend,
  }))
}

const WHAT = ['delegation', 'mentor', 'licence', 'certificate'] as const

const fine = (name: string, cause: string): Finding => ({ name, ok: 'ok', cause, mend: '' })
