import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { csvOf } from '../domain/text/csv.ts'
import { readTables } from '../config/duties/table.ts'
import { permitsIn, type PermitLine } from '../config/permits/read.ts'
import { replacing } from '../config/permits/replace.ts'
import { wordingPermits as words } from '../config/permits/wording-permits.ts'
import { newNotes } from '../config/township/notes.ts'
import { PERMIT_COLUMNS, readPermits } from '../config/township/permits.ts'
import { StartFault } from './fail.ts'
import { faulty } from './importDuties.ts'
import { chosen, failed, print, titleOf } from './place.ts'
import { refuse } from './refuse.ts'

export type PermitOptions = Readonly<{
  town?: string
  kind?: string
  unit?: string
  dryRun?: boolean
  /** lets go of what is not in the new list */
  yes?: boolean
  json?: boolean
}>

/** `shaozi import permits list.xlsx`: all of it or nothing; what its units grant of its kinds takes the place of their old lines, and what would be lost by it must be agreed to. */
export async function importPermits(file: string, options: PermitOptions): Promise<number> {
  try {
    const place = await chosen(options.town)
    const { lines, faults } = permitsIn(await readTables(file), place, options)
    if (faults.length > 0) return faulty(faults, options, [words.cannotImport, ''])
    const path = join(place.folder, 'permits.csv')
    const { kept, gone } = replacing(await present(path), lines)
    if (gone.length > 0 && !options.yes && !options.dryRun) return refuse(words.wouldGo(gone.length, holdersOf(gone)))
    if (!options.dryRun) await replace(path, [...kept, ...lines])
    const ids = [...new Set(lines.map(({ unit }) => unit))]
    const unitName = (id: string) => place.stations.find((station) => station.id === id)?.name
    const outside = ids.filter((id) => unitName(id) === undefined)
    const names = ids.map((id) => unitName(id) ?? id)
    const said = [
      words.done(titleOf(place), lines.length, names, kept.length),
      ...(gone.length > 0 ? [words.gone(gone.length, holdersOf(gone))] : []),
      ...(outside.length > 0 ? [words.outside(outside)] : []),
      options.dryRun ? words.dryRun(gone.length > 0) : words.inForce,
    ]
    const found = { permits: lines.length, kept: kept.length, gone: gone.length, outside }
    return print(options.json, { ok: true, town: place.code, ...found }, said.join('\n'))
  } catch (error) {
    return failed(error, words.cannotImport, options.json)
  }
}

/** More names are not read. */
const NAMED = 5
const holdersOf = (lines: readonly PermitLine[]): string[] => lines.slice(0, NAMED).map(({ holder }) => holder)

/** What is there already; a spoilt list is named, and not lost. */
async function present(path: string): Promise<PermitLine[]> {
  const notes = newNotes()
  const found = await readPermits(notes, path)
  if (notes.faults.length > 0) throw new StartFault(notes.faults)
  return found.map(({ validFrom, validUntil, ...line }) => ({
    ...line,
    valid_from: validFrom ?? '',
    valid_until: validUntil ?? '',
  }))
}

async function replace(path: string, lines: readonly PermitLine[]): Promise<void> {
  const records = [PERMIT_COLUMNS, ...lines.map((line) => PERMIT_COLUMNS.map((column) => line[column]))]
  await writeFile(`${path}.new`, csvOf(records))
  await rename(`${path}.new`, path)
}
