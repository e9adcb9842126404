import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { csvOf } from '../domain/text/csv.ts'
import { readTables } from '../config/duties/table.ts'
import { permitsIn, type PermitLine } from '../config/permits/read.ts'
import { wordingPermits as words } from '../config/permits/wording-permits.ts'
import { newNotes } from '../config/township/notes.ts'
import { PERMIT_COLUMNS, readPermits } from '../config/township/permits.ts'
import { StartFault } from './fail.ts'
import { faulty } from './importDuties.ts'
import { chosen, failed, print, titleOf } from './place.ts'

export type PermitOptions = Readonly<{
  town?: string
  kind?: string
  unit?: string
  dryRun?: boolean
  json?: boolean
}>

/** `shaozi import permits list.xlsx`: all of it or nothing; what its units grant of its kinds takes the place of their old lines. */
export async function importPermits(file: string, options: PermitOptions): Promise<number> {
  try {
    const place = await chosen(options.town)
    const { lines, faults } = permitsIn(await readTables(file), place, options)
    if (faults.length > 0) return faulty(faults, options, [words.cannotImport, ''])
    const path = join(place.folder, 'permits.csv')
    const units = [...new Set(lines.map(({ unit }) => unit))]
    const same = new Set(lines.map(listOf))
    const kept = (await present(path)).filter((line) => !same.has(listOf(line)))
    if (!options.dryRun) await replace(path, [...kept, ...lines])
    const names = units.map((id) => place.stations.find((station) => station.id === id)?.name ?? id)
    const said = [
      words.done(titleOf(place), lines.length, names, kept.length),
      options.dryRun ? words.dryRun : words.inForce,
    ]
    return print(
      options.json,
      { ok: true, town: place.code, permits: lines.length, kept: kept.length },
      said.join('\n'),
    )
  } catch (error) {
    return failed(error, words.cannotImport, options.json)
  }
}

/** One list: what a unit grants of a kind. */
const listOf = ({ unit, kind }: PermitLine): string => `${unit}\n${kind}`

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
