import type { Assessed } from '../domain/assess/assessed.ts'
import { ofDuty } from '../domain/assess/indicator.ts'
import type { Indicator } from '../domain/assess/measures.ts'
import type { DutyKind, Measure } from '../domain/assess/measures.ts'
import { drawTables, type TablesDrawn } from '../posters/table.ts'
import { percent } from './percent.ts'
import { reportOf, type Table, type Value } from './tables.ts'
import { WORDS } from './wording.ts'

type Shown = Pick<Assessed, 'assessment' | 'sealed'>

/** More would be too small to read on a phone. */
const MOST = 40
/** What leaders ask for first; where a township does not score one of them, what weighs most takes its place. */
const FIRST: readonly Measure[] = [
  ...(['respond.normal', 'respond.key', 'sign', 'arrive', 'finish', 'solved', 'satisfied'] as const),
]

/** The month on one picture for a group chat: who, score, place, and what is asked for first; who should have seen it below. No case is on it. */
export const pngOf = (assessed: Shown): Buffer => drawTables(pictureOf(assessed))

/** What stands on it. */
export function pictureOf(assessed: Shown): TablesDrawn {
  const { title, notes, tables } = reportOf(assessed)
  const { indicators } = assessed.assessment
  const parts = [partOf(tables[1], indicators, 'fix'), partOf(tables[2], indicators, 'find')]
  return {
    title,
    notes: notes.slice(0, assessed.sealed ? 3 : 2),
    tables: parts.filter(({ rows }) => rows.length > 0),
    foot: WORDS.foot,
  }
}

/** The last line is the township as a whole: it stays, however many there are. */
function partOf(
  table: Table | undefined,
  indicators: readonly Indicator[],
  duty: DutyKind,
): TablesDrawn['tables'][number] {
  const { name, head, rows } = table ?? { name: '', head: [], rows: [] }
  const columns = [0, 1, 2, ...chosen(ofDuty(indicators, duty)).map((n) => 3 + n * 3)]
  const pick = (row: readonly Value[]) => columns.map((n) => percent(row[n] ?? null))
  const done = rows.filter((row) => row[1] !== null)
  const shown = done.length > MOST ? [...done.slice(0, MOST - 1), ...done.slice(-1)] : done
  return {
    name: done.length > MOST ? WORDS.first(name, MOST - 1, done.length - 1) : name,
    head: columns.map((n) => head[n] ?? ''),
    rows: shown.map(pick),
  }
}

/** Their places among the indicators of a duty, in the order of the township. */
function chosen(own: readonly Indicator[]): number[] {
  const isFirst = ({ measure }: Indicator): number => (FIRST.includes(measure) ? 1 : 0)
  return own
    .map((each, n) => ({ each, n }))
    .toSorted((a, b) => isFirst(b.each) - isFirst(a.each) || b.each.weight - a.each.weight || a.n - b.n)
    .slice(0, FIRST.length)
    .map(({ n }) => n)
    .toSorted((a, b) => a - b)
}
