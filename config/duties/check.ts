import { join } from 'node:path'
import type { Fault } from '../fault.ts'
import type { Duty } from '../../domain/town.ts'
import { dayInShanghai, loadTowns } from '../township/load.ts'
import type { Draft, Row } from './canonical.ts'
import { csvOf, firstLines } from '../../domain/text/csv.ts'
import { COLUMNS } from './header.ts'
import type { Place } from './places.ts'
import { faultsOf, sheetOf } from './rules.ts'
import type { RowFault } from './rowFault.ts'

export type Checked =
  | Readonly<{ ok: true; csv: string; duties: readonly Duty[]; warnings: readonly RowFault[] }>
  | Readonly<{ ok: false; faults: readonly RowFault[] }>

const recordsOf = (rows: readonly Row[]): string[][] => [
  COLUMNS,
  ...rows.map(({ cells }) => COLUMNS.map((column) => cells[column] ?? '')),
]

/** Tries a list with the rest of its township and county, by the very rules the program starts by. Nothing is touched. */
export async function check(place: Place, draft: Draft, csv: string = csvOf(recordsOf(draft.rows))): Promise<Checked> {
  const faults = faultsOf(draft, place.stations)
  if (faults.length > 0) return { ok: false, faults }
  const loaded = await loadTowns(place.root, dayInShanghai(new Date()), new Map([[place.folder, csv]]))
  if (!loaded.ok) return { ok: false, faults: loaded.faults.map((fault) => inSource(fault, place, draft)) }
  const own = join(place.folder, 'duties.csv')
  return {
    ok: true,
    csv,
    duties: loaded.towns.find(({ code }) => code === place.code)?.duties ?? [],
    warnings: loaded.warnings.filter(({ file }) => file === own).map((fault) => inSource(fault, place, draft)),
  }
}

function inSource({ file, line, field, problem, mend }: Fault, { folder }: Place, { rows, headings }: Draft): RowFault {
  if (file !== join(folder, 'duties.csv')) return { file, row: line, column: field, problem, mend }
  const at = firstLines(recordsOf(rows)).findLastIndex((first) => line !== null && first <= line)
  const { row = null, ...more } = rows[at - 1] ?? {}
  return { file: null, ...sheetOf(more), row, column: columnOf(field, headings), problem, mend }
}

/** 「CG001.keywords」 by its heading. */
function columnOf(field: string, headings: Draft['headings']): string {
  return headings.get(field.slice(field.lastIndexOf('.') + 1)) ?? field
}
