import type { Duty } from '../../domain/town.ts'
import type { Draft, Row } from './canonical.ts'
import { check, type Checked } from './check.ts'
import { COLUMNS } from './header.ts'
import { recordOf } from './list.ts'
import type { Place } from './places.ts'
import { HEADINGS } from './wording-columns.ts'

export type Cells = Readonly<Record<string, string>>

/** One item of the list is written anew: `code` null = it is new, `cells` null = it is taken out. */
export type Edit = Readonly<{ code: string | null; cells: Cells | null }>

/** A duty as it is written, by column. */
export function cellsOf(duty: Duty): Cells {
  const record = recordOf(duty)
  return Object.fromEntries(COLUMNS.map((column, at) => [column, record[at] ?? '']))
}

/** Tries the list with one item changed, by the rules of an import. Nothing is touched. */
export function tryEdit(place: Place, edit: Edit): Promise<Checked> {
  return check(place, { rows: rowsOf(place.duties.map(cellsOf), edit), headings: HEADED, notes: [] } satisfies Draft)
}

const HEADED = new Map(COLUMNS.map((column) => [column, HEADINGS[column]?.[1] ?? column]))

/** Rows as a spreadsheet counts them: the first one below the header is 2. */
function rowsOf(present: readonly Cells[], { code, cells }: Edit): Row[] {
  const is = (each: Cells) => code !== null && each['code'] === code
  const kept = present.map((each) => (is(each) ? cells : each)).filter((each) => each !== null)
  const all = code === null && cells ? [...kept, cells] : kept
  return all.map((each, at) => ({ row: at + 2, cells: each }))
}
