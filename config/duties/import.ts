import type { Draft, Note } from './canonical.ts'
import { check, type Checked } from './check.ts'
import type { RowFault } from './rowFault.ts'
import { changes, losesMuch, sameList, type Changes } from './list.ts'
import type { Place } from './places.ts'
import { faultsOf } from './rules.ts'
import { draftOf } from './sheets.ts'
import { NotATable, type Table } from './table.ts'
import { wordingDuties as words } from './wording-duties.ts'

export type ImportWish = Readonly<{ sheet?: string | undefined; skipFaulty?: boolean | undefined }>

/** What a table would make of the present list. `lossy`: it loses so much that somebody must say yes to it. */
export type Tried = Readonly<{
  list: Extract<Checked, { ok: true }>
  changes: Changes
  notes: readonly Note[]
  /** rows that were left out for being faulty */
  skipped: readonly string[]
  identical: boolean
  lossy: boolean
}>

/** Reads a department's table as a list, and tries it with its township. Nothing is touched. Throws NotATable. */
export async function tryImport(
  place: Place,
  tables: readonly Table[],
  wish: ImportWish,
): Promise<(Tried & Readonly<{ ok: true }>) | Readonly<{ ok: false; faults: readonly RowFault[] }>> {
  const { draft, skipped } = await read(place, tables, wish)
  const list = await check(place, draft)
  if (!list.ok) return list
  const found = changes(place.duties, list.duties)
  const identical = sameList(place.duties, list.duties)
  const lossy = !identical && losesMuch(found)
  return { ok: true, list, changes: found, notes: draft.notes, skipped, identical, lossy }
}

async function read(
  place: Place,
  tables: readonly Table[],
  { sheet, skipFaulty }: ImportWish,
): Promise<Readonly<{ draft: Draft; skipped: readonly string[] }>> {
  const whole = await draftOf(tables, place, sheet)
  const faulty = skipFaulty ? faultsOf(whole, place.stations).flatMap(({ sheet, row }) => placeIn({ sheet, row })) : []
  const skipped = [...new Set(faulty)]
  const rows = whole.rows.filter((row) => !skipped.includes(placeIn(row)))
  if (rows.length === 0) throw new NotATable(words.noItems())
  return { draft: { ...whole, rows }, skipped }
}

type In = Readonly<{ sheet?: string | undefined; row: number | null }>
const placeIn = ({ sheet = '', row }: In): string => words.rowAt(sheet, row ?? 0)

/** More is not read. */
const NOTES = 30

/** What should be looked at, in sentences; the same of many rows is said once. */
export function notesIn(notes: readonly Note[], warnings: readonly RowFault[]): readonly string[] {
  const warned = warnings.map(({ column, problem, mend, ...at }) => ({
    ...at,
    said: words.warning(column, problem, mend),
  }))
  const alike = new Map<string, { sheet: string; rows: number[]; said: string }>()
  for (const { sheet = '', row, said } of [...notes, ...warned]) {
    const found = alike.get(`${sheet}|${said}`) ?? { sheet, rows: [], said }
    if (row !== null) found.rows.push(row)
    alike.set(`${sheet}|${said}`, found)
  }
  const all = [...alike.values()].map(({ sheet, rows, said }) => words.atRows(sheet, rows, said))
  return all.length > NOTES ? [...all.slice(0, NOTES), words.moreNotes(all.length - NOTES)] : all
}
