import { serve } from '../beside.ts'
import { drawReport } from './report.ts'

/** The process beside the program that draws what takes longer than a message may wait: started by pencil.ts. */
serve(async (report: Parameters<typeof drawReport>[0]) => drawReport(report))
