import type { Drawn } from './pencil.ts'
import { drawReport, type ReportPoster } from './report.ts'

/** The process beside the program that draws what takes longer than a message may wait: started by pencil.ts, and gone with it. */
process.on('message', (report) => void process.send?.(drawn(report as ReportPoster)))
process.on('disconnect', () => process.exit())

function drawn(report: ReportPoster): Drawn {
  try {
    return { png: drawReport(report) }
  } catch (error) {
    return { error: error instanceof Error ? error.name : 'unknown' }
  }
}
