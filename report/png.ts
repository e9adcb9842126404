import type { Assessed } from '../domain/assess/assessed.ts'
import { drawTable } from '../posters/table.ts'
import { percent } from './percent.ts'
import { reportOf, type Value } from './tables.ts'
import { WORDS } from './wording.ts'

/** More units would be too small to read on a phone. */
const MOST = 40
/** How many indicators stand beside the score: those that weigh most. */
const SHOWN = 4

/** The month on one picture for a group chat: who, score, place, and what weighs most. No case is on it. */
export function pngOf(assessed: Pick<Assessed, 'assessment' | 'sealed'>): Buffer {
  const { title, notes, tables } = reportOf(assessed)
  const units = tables[1] ?? { head: [], rows: [] }
  const columns = [0, 1, 2, ...heaviest(assessed).map((n) => 3 + n * 3)]
  const pick = (row: readonly Value[]) => columns.map((n) => percent(row[n] ?? null))
  const done = units.rows.filter((row) => row[1] !== null)
  return drawTable({
    title,
    notes: notes.slice(0, 2),
    head: columns.map((n) => units.head[n] ?? ''),
    rows: done.slice(0, MOST).map(pick),
    foot: WORDS.noFines,
  })
}

/** Their places among the indicators of the units. */
function heaviest({ assessment: { indicators } }: Pick<Assessed, 'assessment'>): number[] {
  const own = indicators.filter(({ measure }) => measure !== 'found' && measure !== 'missed')
  return own
    .map(({ weight }, n) => ({ weight, n }))
    .toSorted((a, b) => b.weight - a.weight || a.n - b.n)
    .slice(0, SHOWN)
    .map(({ n }) => n)
    .toSorted((a, b) => a - b)
}
