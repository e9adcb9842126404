import { join } from 'node:path'
import { openBeside, type Beside, type Limits } from '../beside.ts'
import type { ReportPoster } from './report.ts'

/** ms: whoever waits for a picture longer gets the words instead */
const PATIENCE = 25_000

export type Pencil = Beside<ReportPoster, Uint8Array>

/** Draws in a process of its own: a chart takes its time, and its memory. */
export const openPencil = (limits?: Limits): Pencil =>
  openBeside(join(import.meta.dirname, 'drawing'), { patience: PATIENCE, ...limits })
