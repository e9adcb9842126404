import { FROZEN } from '../domain/assess/publish.ts'
import type { Reading } from './database.ts'

/** A frozen assessment: what the log holds, and what stands in the book; either may be missing where somebody was at the database. */
export type SealedReport = Readonly<{
  no: string
  /** the text in the log, and the hash that was written beside it */
  report: string | null
  sha256: string | null
  /** the hash in the book; null = it does not say that the month is frozen */
  booked: string | null
}>

export type SealedReads = Readonly<{ sealedReports(): Promise<readonly SealedReport[]> }>

/** For those who look from outside. */
export function sealedReads({ models }: Reading): SealedReads {
  return {
    async sealedReports() {
      const [events, entries] = await Promise.all([
        models.event.findMany({ where: { type: FROZEN }, orderBy: { seq: 'asc' } }),
        models.entry.findMany({ where: { kind: 'assessment' } }),
      ])
      const frozen = entries.filter(({ state }) => state === 'frozen')
      const numbers = [...new Set([...events, ...frozen].map((row) => ('caseNo' in row ? row.caseNo : row.no)))]
      return numbers.map((no) => {
        const logged = events.find(({ caseNo }) => caseNo === no)?.data ?? null
        const booked = frozen.find((entry) => entry.no === no)?.data ?? null
        return {
          no,
          report: textIn(logged, 'report'),
          sha256: textIn(logged, 'sha256'),
          booked: textIn(booked, 'sha256'),
        }
      })
    },
  }
}

function textIn(data: unknown, key: string): string | null {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, key) : null
  return typeof value === 'string' ? value : null
}
