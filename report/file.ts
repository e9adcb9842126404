import type { Assessed, ReportFormat as Format } from '../domain/assess/assessed.ts'
import { reportOf } from './tables.ts'

const MIMES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  json: 'application/json',
} as const satisfies Readonly<Record<Format, string>>
export const isFormat = (text: string): text is Format => Object.hasOwn(MIMES, text)

export type ReportFile = Readonly<{ bytes: Buffer; name: string; mime: string }>

/** The report of a month as a file. A frozen one as JSON is the text the log holds: its SHA-256 is the one that was announced. */
export async function reportFile(
  assessed: Pick<Assessed, 'assessment' | 'sealed'>,
  format: Format,
): Promise<ReportFile> {
  const report = reportOf(assessed)
  const bytes = await written(assessed, format)
  return { bytes, name: `${report.title}.${format}`, mime: MIMES[format] }
}

/** The libraries that write these are large, and needed a few times a month: they are loaded when asked for. */
async function written(assessed: Pick<Assessed, 'assessment' | 'sealed'>, format: Format): Promise<Buffer> {
  switch (format) {
    case 'xlsx':
      return (await import('./xlsx.ts')).xlsxOf(reportOf(assessed))
    case 'docx':
      return (await import('./docx.ts')).docxOf(reportOf(assessed))
    case 'png':
      return (await import('./png.ts')).pngOf(assessed)
    case 'json':
      return Buffer.from(assessed.sealed?.text ?? JSON.stringify(assessed.assessment))
  }
}
