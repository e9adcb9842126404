import { randomFillSync } from 'node:crypto'
import { monotonicFactory } from 'ulid'

/** The library asks the system for each of the 16 random characters of a new millisecond: here for many of them at once. */
const pool = new Uint8Array(4096)
let used = pool.length

function random(): number {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  return (pool[used++] ?? 0) / 256
}

/** A new id that sorts after all earlier ones of this process: new rows go to the end of every index. */
export const ulid: () => string = monotonicFactory(random)
