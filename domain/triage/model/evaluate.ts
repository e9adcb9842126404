/** A row whose label is known, what was guessed, and whether the truth was among the first three. */
export type Judged = Readonly<{ label: string; guess: string; p: number; inTop?: boolean }>

export type OfLabel = Readonly<{ label: string; rows: number; precision: number; recall: number; f1: number }>
/** Of all rows, `share` are at least this sure, and `precision` of those are right. */
export type AtThreshold = Readonly<{ threshold: number; share: number; precision: number }>

export type Report = Readonly<{
  rows: number
  accuracy: number
  macroF1: number
  /** share with the truth among the first three; null where that was not looked at */
  top3: number | null
  thresholds: readonly AtThreshold[]
  labels: readonly OfLabel[]
}>

const THRESHOLDS = [0.5, 0.87, 0.95] as const

/** How well guesses fit; figures are 0..1. No rows are no figures: all zero. */
export function evaluate(judged: readonly Judged[]): Report {
  const names = [...new Set(judged.flatMap(({ label, guess }) => [label, guess]))].toSorted()
  const labels = names.map((label) => ofLabel(judged, label))
  const real = labels.filter(({ rows }) => rows > 0)
  return {
    rows: judged.length,
    accuracy: share(judged, isRight),
    macroF1: real.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, real.length),
    top3: judged.every(({ inTop }) => inTop !== undefined) ? share(judged, ({ inTop }) => inTop === true) : null,
    thresholds: THRESHOLDS.map((threshold) => {
      const sure = judged.filter(({ p }) => p >= threshold)
      return { threshold, share: sure.length / Math.max(1, judged.length), precision: share(sure, isRight) }
    }),
    labels: real,
  }
}

const isRight = ({ label, guess }: Judged): boolean => label === guess

function share(rows: readonly Judged[], fits: (row: Judged) => boolean): number {
  return rows.filter(fits).length / Math.max(1, rows.length)
}

function ofLabel(judged: readonly Judged[], label: string): OfLabel {
  const rows = judged.filter((row) => row.label === label).length
  const guessed = judged.filter((row) => row.guess === label).length
  const right = judged.filter((row) => row.label === label && row.guess === label).length
  const precision = right / Math.max(1, guessed)
  const recall = right / Math.max(1, rows)
  return {
    label,
    rows,
    precision,
    recall,
    f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
  }
}
