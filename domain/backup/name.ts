import { dayOf, instant, MINUTE, msOfDay } from '../calendar/zone.ts'

/** An archive of a backup, as its name tells: when it was made, and with which key it was sealed; null = with none. */
export type Archive = Readonly<{ name: string; at: Date; keyId: string | null }>

const SHAPE = /^shaozi-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(plain\.tar\.gz|([0-9a-z]{8})\.tar\.gz\.age)$/u
const PLAIN = 'plain'

/** A key of age (https://age-encryption.org/v1), as age-keygen writes it. */
export const SECRET_KEY = /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/u

/** Sorted by name they are sorted by time: the clock is that of the township, which knows no summer time. */
export function archiveName(at: Date, keyId: string | null): string {
  const seconds = Math.floor(msOfDay(at) / 1000)
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join('')
  const end = keyId === null ? `${PLAIN}.tar.gz` : `${keyId}.tar.gz.age`
  return `shaozi-${dayOf(at).replaceAll('-', '')}-${time}-${end}`
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** What a name tells, or null where it is none of ours. */
export function readArchiveName(name: string): Archive | null {
  const [, year, month, day, hour, minute, second, , keyId] = SHAPE.exec(name) ?? []
  if (year === undefined) return null
  const midnight = instant(`${year}-${month}-${day}`, 0).getTime()
  const at = new Date(midnight + (Number(hour) * 60 + Number(minute)) * MINUTE + Number(second) * 1000)
  return { name, at, keyId: keyId ?? null }
}

/** The archives among the names of a folder, newest first. */
export const archivesIn = (names: readonly string[]): Archive[] =>
  names
    .flatMap((name) => readArchiveName(name) ?? [])
    .sort((a, b) => b.at.getTime() - a.at.getTime() || b.name.localeCompare(a.name))

/** The folder of stored files that were sealed with the same key: with another they could not be opened. */
export const poolName = (keyId: string | null): string => keyId ?? PLAIN
