import { openBeside } from '../beside.ts'
import type { DocumentInput } from '../domain/legal/documentShape.ts'
import type { Made } from './make.ts'

/** What is asked of the process beside, and what it answers; an error has a name only, for its words may be of a case. */
export type Order = Readonly<{ folders: readonly string[]; input: DocumentInput }>
export type Pressed =
  | (Readonly<{ ok: true }> & Made)
  | Readonly<{ ok: false; fault: string }>
  | Readonly<{ ok: null; error: string }>

export type Press = Readonly<{
  /** Rejects where the process ends or takes too long: another try may do. */
  make(order: Order): Promise<Exclude<Pressed, Readonly<{ ok: null }>>>
  close(): Promise<void>
}>

/** ms; a long document on a small machine that is busy */
const PATIENCE = 120_000
/** ms; the process holds the fonts in memory */
const IDLE = 60_000

/** Makes documents in a process of its own, one after the other: a long one holds up nothing else. */
export function openPress(idle: number = IDLE): Press {
  const program = `${import.meta.dirname}/beside`
  const beside = openBeside<Order, Pressed>({ program, patience: PATIENCE, idle })
  return {
    async make(order) {
      const pressed = await beside.ask(order)
      if (pressed.ok === null) throw new Error(`a document could not be made: ${pressed.error}`)
      return pressed
    },
    close: () => beside.close(),
  }
}
