import { basename } from 'node:path'
import type { Draft, Note } from '../config/duties/canonical.ts'
import { check, type RowFault } from '../config/duties/check.ts'
import { complete } from '../config/duties/complete.ts'
import { dutyTable } from '../config/duties/header.ts'
import { replaceList } from '../config/duties/history.ts'
import { changes, losesMuch, sameList, type Changes } from '../config/duties/list.ts'
import type { Place } from '../config/duties/places.ts'
import { faultsOf } from '../config/duties/rules.ts'
import { readTables } from '../config/duties/table.ts'
import { wordingDuties as words } from '../config/duties/wording-duties.ts'
import { chosen, failed, print, titleOf, whoAmI } from './place.ts'
import { refuse } from './refuse.ts'

export type ImportOptions = Readonly<{
  town?: string
  json?: boolean
  dryRun?: boolean
  skipFaulty?: boolean
  yes?: boolean
  sheet?: string
}>

/** `shaozi import duties list.xlsx`: all of it or nothing; every faulty row is named. 0 = imported (or could be), 1 = not. */
export async function importDuties(file: string, options: ImportOptions): Promise<number> {
  try {
    const place = await chosen(options.town)
    const { draft, notes, skipped } = await read(file, place, options)
    const checked = await check(place, draft)
    if (!checked.ok) return faulty(checked.faults, options, [words.cannotImport, words.skipHint])
    const found = changes(place.duties, checked.duties)
    const vanished = found.vanished.map(({ code, name }) => `${code} ${name}`)
    const result = { town: place.code, ...found, vanished, notes, warnings: checked.warnings, skipped }
    const report = (last: string) =>
      [...noteLines(notes, checked.warnings), ...summaryLines(place, found, skipped), last].join('\n')
    const identical = sameList(place.duties, checked.duties)
    if (!identical && losesMuch(found) && !options.yes) return lossy(place, result, report, options.json)
    if (options.dryRun) return print(options.json, { ok: true, ...result, version: null }, report(words.dryRun))
    if (identical)
      return print(options.json, { ok: true, ...result, version: null }, report(words.unchanged(titleOf(place))))
    const put = { now: new Date(), by: whoAmI(), how: 'import', source: basename(file) } as const
    const version = await replaceList(place.folder, checked.csv, put)
    return print(options.json, { ok: true, ...result, version }, report(words.imported(titleOf(place), version)))
  } catch (error) {
    return failed(error, words.cannotImport, options.json)
  }
}

type Read = Readonly<{ draft: Draft; notes: readonly Note[]; skipped: readonly number[] }>

async function read(file: string, place: Place, { sheet, skipFaulty }: ImportOptions): Promise<Read> {
  const tables = await readTables(file)
  const { name, header } = dutyTable(tables, sheet)
  const whole = await complete(header, place)
  const skipped = skipFaulty ? [...new Set(faultsOf(whole, place.stations).flatMap(({ row }) => row ?? []))] : []
  const draft = { ...whole, rows: whole.rows.filter(({ row }) => !skipped.includes(row)) }
  if (draft.rows.length === 0) refuse(words.noItems())
  const notes = [
    ...(name !== '' && tables.length > 1 ? [{ row: null, said: words.readFrom(name) }] : []),
    ...whole.notes,
  ]
  return { draft, notes, skipped }
}

/** Every fault with its row; nothing is changed. */
export function faulty(
  faults: readonly RowFault[],
  { json }: Readonly<{ json?: boolean }>,
  [title, hint]: readonly [title: string, hint: string],
): number {
  if (json) print(true, { ok: false, faults }, '')
  const lines = faults.map(({ file, row, column, problem, mend }) => words.rowFault(file, row, column, problem, mend))
  process.stderr.write(`${title}\n${lines.join('\n')}${faults.some(({ file }) => file === null) ? `\n${hint}` : ''}\n`)
  return 1
}

function lossy(
  place: Place,
  result: Readonly<{ vanished: readonly string[] }>,
  report: (last: string) => string,
  json: boolean | undefined,
): number {
  const { problem, mend } = words.tooMuchVanishes(result.vanished.length, place.duties.length)
  if (json) print(true, { ok: false, ...result, faults: [{ file: null, row: null, column: '', problem, mend }] }, '')
  process.stderr.write(`${words.cannotImport}\n${report(words.rowFault(null, null, '', problem, mend))}\n`)
  return 1
}

function summaryLines(place: Place, found: Changes, skipped: readonly number[]): string[] {
  const { added, changed, removed, same, vanished } = found
  return [
    words.summary(titleOf(place), added, changed, removed, same),
    ...(vanished.length > 0 ? [words.vanished(vanished.map(({ code, name }) => `${code} ${name}`))] : []),
    ...(skipped.length > 0 ? [words.skipped(skipped)] : []),
  ]
}

/** More is not read. */
const NOTES = 30

/** What should be looked at; the same of many rows is said once. */
function noteLines(notes: readonly Note[], warnings: readonly RowFault[]): string[] {
  const alike = new Map<string, number[]>()
  const warned = warnings.map(({ row, column, problem, mend }) => ({ row, said: words.warning(column, problem, mend) }))
  for (const { row, said } of [...notes, ...warned]) {
    const rows = alike.get(said) ?? []
    alike.set(said, row === null ? rows : [...rows, row])
  }
  const all = [...alike].map(([said, rows]) => words.note(words.atRows(rows, said)))
  const more = all.length > NOTES ? [words.note(words.moreNotes(all.length - NOTES))] : []
  return all.length === 0 ? [] : [words.notes, ...all.slice(0, NOTES), ...more]
}
