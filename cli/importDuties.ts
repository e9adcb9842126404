import { basename } from 'node:path'
import type { Draft, Note } from '../config/duties/canonical.ts'
import { check, type RowFault } from '../config/duties/check.ts'
import { replaceList } from '../config/duties/history.ts'
import { changes, losesMuch, sameList, type Changes } from '../config/duties/list.ts'
import type { Place } from '../config/duties/places.ts'
import { faultsOf } from '../config/duties/rules.ts'
import { draftOf } from '../config/duties/sheets.ts'
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

type Read = Readonly<{ draft: Draft; notes: readonly Note[]; skipped: readonly string[] }>

async function read(file: string, place: Place, { sheet, skipFaulty }: ImportOptions): Promise<Read> {
  const whole = await draftOf(await readTables(file), place, sheet)
  const faulty = skipFaulty ? faultsOf(whole, place.stations).flatMap(({ sheet, row }) => placeIn({ sheet, row })) : []
  const skipped = [...new Set(faulty)]
  const draft = { ...whole, rows: whole.rows.filter((row) => !skipped.includes(placeIn(row))) }
  if (draft.rows.length === 0) refuse(words.noItems())
  return { draft, notes: whole.notes, skipped }
}

type In = Readonly<{ sheet?: string | undefined; row: number | null }>
const placeIn = ({ sheet = '', row }: In): string => words.rowAt(sheet, row ?? 0)

/** Every fault with its row; nothing is changed. */
export function faulty(
  faults: readonly RowFault[],
  { json }: Readonly<{ json?: boolean }>,
  [title, hint]: readonly [title: string, hint: string],
): number {
  if (json) print(true, { ok: false, faults }, '')
  const lines = faults.map((fault) => words.rowFault(fault, fault.column, fault.problem, fault.mend))
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
  process.stderr.write(
    `${words.cannotImport}\n${report(words.rowFault({ file: null, row: null }, '', problem, mend))}\n`,
  )
  return 1
}

function summaryLines(place: Place, found: Changes, skipped: readonly string[]): string[] {
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
  const all = [...alike.values()].map(({ sheet, rows, said }) => words.note(words.atRows(sheet, rows, said)))
  const more = all.length > NOTES ? [words.note(words.moreNotes(all.length - NOTES))] : []
  return all.length === 0 ? [] : [words.notes, ...all.slice(0, NOTES), ...more]
}
