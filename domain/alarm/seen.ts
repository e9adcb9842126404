import { DAY } from '../calendar/zone.ts'
import type { Ending } from '../duty/countdown.ts'

/** What was found when the machine was looked at; null = it was not looked at, or there is no such thing. */
export type Seen = Readonly<{
  channels: readonly Readonly<{ name: string; up: boolean }>[]
  database: 'ok' | 'away'
  /** age in seconds of the oldest message that is due and not sent */
  unsent: number | null
  redis: 'ok' | 'none' | RedisTrouble
  /** bytes of the disk where the data lie */
  disk: Readonly<{ free: number; size: number }> | null
  backup: Backup | null
  /** when the log of events was gone through last, and whether it was whole */
  chain: Readonly<{ at: Date; ok: boolean }> | null
  /** messages that could not be handled and were put aside within a day */
  parked: number | null
  /** the last day (YYYY-MM-DD) the calendar knows; null = none at all */
  calendarUntil: string | null
  certificate: Certificate | null
  /** by how many seconds our clock is ahead of another one */
  skews: readonly Skew[]
  /** days until the first of its kind ends; below 0 when it is over */
  ends: Readonly<Partial<Record<Ending['what'], number>>>
}>

/** It does not answer; it answers and takes nothing, because it is full or only copies another; it would throw entries away when it is full. */
export type RedisTrouble = 'away' | 'full' | 'readonly' | 'evicts'

/** `made` = the last one; `since` = when this township was first started. */
export type Backup = Readonly<{ made: Date | null; since: Date }>
/** What the public address shows: until when it is good, or why nothing was heard. */
export type Certificate = Readonly<{ until: Date }> | Readonly<{ fault: string }>
export type Skew = Readonly<{ against: 'wecom' | 'database'; seconds: number }>

/** Seconds since the last backup; before the first one, since the beginning. */
export const backupAge = ({ made, since }: Backup, now: Date): number =>
  (now.getTime() - (made ?? since).getTime()) / 1000

/** Whole days from now until an instant, rounded down. */
export const daysUntil = (at: Date, now: Date): number => Math.floor((at.getTime() - now.getTime()) / DAY)
