import { openBeside } from '../../beside.ts'
import type { Spot } from './taken.ts'

/** What is asked of the process beside. `strip`: a copy is wanted that does not say where, when and with what it was taken. */
export type Order = Readonly<{ path: string; strip: boolean }>

/** What was found out of a picture; null is what cannot be had of it. */
export type Seen = Readonly<{ gps: Spot | null; small: Buffer | null; clean: Buffer | null }>

export type Pictures = Readonly<{
  /** Never rejects: of a picture that cannot be read nothing is known. */
  see(order: Order): Promise<Seen>
  /** A picture may be coming. */
  wake(): void
  close(): Promise<void>
}>

/** ms; a large picture on a small machine that is busy, not more: others wait for it */
const PATIENCE = 10_000
/** ms */
const IDLE = 60_000
/** MB; the pixels are not among it */
const HEAP = 128

const NOTHING: Seen = { gps: null, small: null, clean: null }

/** Looks at pictures in a process of its own: one that was made to take all time and memory takes that process down, not this one. */
export function openPictures(): Pictures {
  const program = `${import.meta.dirname}/beside`
  const beside = openBeside<Order, Seen>({ program, patience: PATIENCE, idle: IDLE, heap: HEAP })
  return {
    see: (order) => beside.ask(order).catch(() => NOTHING),
    wake: () => beside.wake(),
    close: () => beside.close(),
  }
}
