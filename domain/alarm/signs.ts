import { isStale } from '../backup/due.ts'
import { dayFrom, dayOf } from '../calendar/zone.ts'
import { backupAge, daysUntil, type Seen } from './seen.ts'
import type { AlarmKind, Sign } from './kinds.ts'

const MIB = 1024 ** 2

/** From when on something is not as it should be. */
export const LIMITS = {
  unsentSeconds: 300,
  /** share of the disk that must be free, and bytes below which it is nearly over */
  diskShare: 0.1,
  diskLeast: 200 * MIB,
  /** a calendar ends with its year: from 1 December on */
  calendarDays: 30,
  certificateDays: 21,
  certificateLeast: 7,
  skewSeconds: 300,
} as const

/** All that is wrong, as one list: the page of the machine, doctor, /readyz and the alarms are made from it. */
export function signsOf(seen: Seen, now: Date): readonly Sign[] {
  const { channels, database, unsent, redis, disk, backup, chain, parked, certificate, skews } = seen
  return [
    ...channels.filter(({ up }) => !up).map(({ name }) => sign('channel', 'bad', { of: name })),
    ...when(database !== 'ok', sign('database', 'bad')),
    ...when(unsent !== null && unsent > LIMITS.unsentSeconds, sign('unsent', 'bad', { amount: unsent })),
    ...redisSigns(redis),
    ...(disk ? diskSigns(disk) : []),
    ...(backup ? backupSigns(backup, now) : []),
    ...(chain ? chainSigns(chain) : []),
    ...when((parked ?? 0) > 0, sign('parked', 'warn', { amount: parked })),
    ...calendarSigns(seen.calendarUntil, now),
    ...(certificate ? certificateSigns(certificate, now) : []),
    ...skewSigns(skews),
  ]
}

type More = Partial<Pick<Sign, 'of' | 'amount' | 'at'>>

const sign = (kind: AlarmKind, level: Sign['level'], { of = '', amount = null, at = null }: More = {}): Sign => ({
  kind,
  of,
  level,
  amount,
  at,
})

const when = (is: boolean, one: Sign): Sign[] => (is ? [one] : [])

export function diskSigns({ free, size }: NonNullable<Seen['disk']>): Sign[] {
  const nearly = free < LIMITS.diskLeast
  return when(nearly || free < size * LIMITS.diskShare, sign('disk', nearly ? 'bad' : 'warn', { amount: free }))
}

function backupSigns(backup: NonNullable<Seen['backup']>, now: Date): Sign[] {
  const at = backup.made?.toISOString() ?? null
  const age = backupAge(backup, now)
  return when(isStale(backup.made ?? backup.since, now), sign('backup', 'bad', { amount: age, at }))
}

/** One that is away comes back; what it is set to stays wrong until somebody sets it right. */
export function redisSigns(redis: Seen['redis']): Sign[] {
  if (redis === 'ok' || redis === 'none') return []
  return [redis === 'away' ? sign('redis', 'warn') : sign('redis', 'bad', { of: redis })]
}

export const chainSigns = ({ at, ok }: NonNullable<Seen['chain']>): Sign[] =>
  when(!ok, sign('chain', 'bad', { at: at.toISOString() }))

export const skewSigns = (skews: Seen['skews']): Sign[] =>
  skews.flatMap(({ against, seconds }) =>
    when(Math.abs(seconds) > LIMITS.skewSeconds, sign('skew', 'bad', { of: against, amount: seconds })),
  )

export function calendarSigns(until: string | null, now: Date): Sign[] {
  const left = until === null ? null : dayFrom(until) - dayFrom(dayOf(now))
  const ends = left === null || left <= LIMITS.calendarDays
  return when(ends, sign('calendar', 'warn', { amount: left, at: until }))
}

export function certificateSigns(certificate: NonNullable<Seen['certificate']>, now: Date): Sign[] {
  if ('fault' in certificate) return [sign('address', 'warn', { of: certificate.fault })]
  const left = daysUntil(certificate.until, now)
  const level = left < LIMITS.certificateLeast ? 'bad' : 'warn'
  const at = certificate.until.toISOString()
  return when(left < LIMITS.certificateDays, sign('certificate', level, { amount: left, at }))
}
