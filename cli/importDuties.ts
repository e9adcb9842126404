import { basename } from 'node:path'
import type { Note } from '../config/duties/canonical.ts'
import type { RowFault } from '../config/duties/rowFault.ts'
import { replaceList } from '../config/duties/history.ts'
import { notesIn, tryImport } from '../config/duties/import.ts'
import type { Changes } from '../config/duties/list.ts'
import type { Place } from '../config/duties/places.ts'
import { readTables } from '../config/duties/table.ts'
import { wordingDuties as words } from '../config/duties/wording-duties.ts'
import { chosen, failed, print, titleOf, whoAmI } from './place.ts'

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
    const tried = await tryImport(place, await readTables(file), options)
    if (!tried.ok) return faulty(tried.faults, options, [words.cannotImport, words.skipHint])
    const { list: checked, changes: found, notes, skipped, identical } = tried
    const vanished = found.vanished.map(({ code, name }) => `${code} ${name}`)
    const result = { town: place.code, ...found, vanished, notes, warnings: checked.warnings, skipped }
    const report = (last: string) =>
      [...noteLines(notes, checked.warnings), ...summaryLines(place, found, skipped), last].join('\n')
    if (tried.lossy && !options.yes) return lossy(place, result, report, options.json)
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

function noteLines(notes: readonly Note[], warnings: readonly RowFault[]): string[] {
  const all = notesIn(notes, warnings).map((said) => words.note(said))
  return all.length === 0 ? [] : [words.notes, ...all]
}
