import type { Log } from '../context.ts'
import { openPencil, type Pencil } from '../posters/pencil.ts'
import type { ReportPoster } from '../posters/report.ts'

export type Posters = Readonly<{
  /** null where it cannot be drawn: then it is said in words */
  draw(report: ReportPoster): Promise<Buffer | null>
  close(): Promise<void>
}>

/** The same one goes to several chats. */
const KEPT = 4

/** Pictures of a week or a month, each drawn once. */
export function openPosters(log: Log, pencil: Pencil = openPencil()): Posters {
  const drawn = new Map<string, Promise<Buffer | null>>()

  async function drawNew(key: string, report: ReportPoster): Promise<Buffer | null> {
    try {
      return await pencil.draw(report)
    } catch (error) {
      drawn.delete(key)
      const fault = error instanceof Error ? error.message : 'unknown'
      log.warn({ fault, of: report.of }, 'a poster could not be drawn; it goes as text')
      return null
    }
  }

  return {
    draw(report) {
      const key = JSON.stringify(report)
      const picture = drawn.get(key) ?? drawNew(key, report)
      drawn.set(key, picture)
      const [oldest] = drawn.keys()
      if (drawn.size > KEPT && oldest !== undefined) drawn.delete(oldest)
      return picture
    },
    close: () => pencil.close(),
  }
}
