import { openBeside } from '../beside.ts'
import type { ReportPoster } from './report.ts'

/** What the process beside answers; an error has a name only. */
export type Drawn = Readonly<{ png: Uint8Array }> | Readonly<{ error: string }>

export type Pencil = Readonly<{
  /** Rejects where it cannot be drawn, or takes too long. */
  draw(report: ReportPoster): Promise<Buffer>
  close(): Promise<void>
}>

/** ms: whoever waits for a picture longer gets the words instead */
const PATIENCE = 25_000
/** ms; the process holds the fonts in memory */
const IDLE = 60_000
/** MB: a picture takes a third of it */
const HEAP = 384

/** Draws in a process of its own: a chart takes its time, and its memory. */
export function openPencil(patience: number = PATIENCE): Pencil {
  const program = `${import.meta.dirname}/beside`
  const beside = openBeside<ReportPoster, Drawn>({ program, patience, idle: IDLE, heap: HEAP })
  return {
    async draw(report) {
      const drawn = await beside.ask(report)
      if ('error' in drawn) throw new Error(`it could not be drawn: ${drawn.error}`)
      return Buffer.from(drawn.png)
    },
    close: () => beside.close(),
  }
}
