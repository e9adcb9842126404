import { patience } from './backoff.ts'

const FORGET_AFTER = 30 * 60_000
const MANY = 100
const WAITS = [1_000, 5_000, 30_000, 120_000, 300_000, 900_000]

/**
 * Rows that failed in a way no row can record (a read that throws, a timer whose decision throws).
 * Kept in memory and in real time: a restart or a moved demo clock must not turn one bad row into a hot loop.
 */
export type Cooldown = Readonly<{
  /** Counts a failure of a row as due at `dueAt` (null: not known); answers how many there were. */
  failed(id: string, dueAt: Date | null): number
  /** Must this row still be left alone? A row that was moved since is a new matter. */
  rests(id: string, dueAt: Date): boolean
  /** How many rows a page may hold that will not be touched. */
  size(): number
}>

type Entry = { fails: number; dueAt: number | null; until: number }

export function cooldown(clock: () => number = () => performance.now()): Cooldown {
  const entries = new Map<string, Entry>()

  function forgetOld() {
    for (const [id, entry] of entries) if (entry.until < clock() - FORGET_AFTER) entries.delete(id)
  }

  return {
    failed(id, dueAt) {
      if (entries.size > MANY) forgetOld()
      const fails = (entries.get(id)?.fails ?? 0) + 1
      entries.set(id, { fails, dueAt: dueAt?.getTime() ?? null, until: clock() + patience(WAITS, fails - 1) })
      return fails
    },
    rests(id, dueAt) {
      const entry = entries.get(id)
      if (!entry) return false
      if (entry.dueAt !== null && entry.dueAt !== dueAt.getTime()) return !entries.delete(id)
      return clock() < entry.until
    },
    size: () => entries.size,
  }
}
