import { createHash } from 'node:crypto'
import type { SealedReport } from '../store/read-sealed.ts'
import { cliReport } from '../config/wording-report.ts'

/** Frozen assessments whose text, hash and line in the book do not agree, each in a sentence. */
export function brokenSeals(reports: readonly SealedReport[]): string[] {
  return reports.flatMap(({ no, report, sha256, booked }) => {
    if (report === null || sha256 === null) return [cliReport.sealLost(no)]
    const is = createHash('sha256').update(report).digest('hex')
    return is === sha256 && booked === sha256 ? [] : [cliReport.sealBroken(no)]
  })
}
