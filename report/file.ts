import type { Assessed, ReportFormat as Format } from '../domain/assess/assessed.ts'
import { docxOf } from './docx.ts'
import { pngOf } from './png.ts'
import { reportOf } from './tables.ts'
import { xlsxOf } from './xlsx.ts'

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

async function written(assessed: Pick<Assessed, 'assessment' | 'sealed'>, format: Format): Promise<Buffer> {
  switch (format) {
    case 'xlsx':
      return xlsxOf(reportOf(assessed))
    case 'docx':
      return docxOf(reportOf(assessed))
    case 'png':
      return pngOf(assessed)
    case 'json':
      return Buffer.from(assessed.sealed?.text ?? JSON.stringify(assessed.assessment))
  }
}
