import type { Area, Duty, Village } from '../../domain/town.ts'
import { nearest } from '../nearest.ts'
import { wording } from '../wording.ts'
import { type Cell } from './cell.ts'
import { required } from './cellValue.ts'
import { readCsv, type Row } from './csv.ts'
import { type Notes, refer, refuse, warn } from './notes.ts'

const COLUMNS = { needed: ['area', 'matter', 'station', 'person'], optional: ['deputy'] }
const ANY = '*'

/** What may be written, or null when it cannot be told. */
type Names = readonly string[] | null

export type AreaLine = Area & Readonly<{ row: Row }>

/** Reads areas.csv 片区, who looks after which piece of the township; no such file is no areas. */
export async function readAreas(
  notes: Notes,
  file: string,
  villages: readonly Village[],
  duties: readonly Duty[],
): Promise<AreaLine[]> {
  // where something is wrong with the other files already, only that is reported
  const sound = notes.faults.length === 0
  const areas = sound ? namesOf(villages.flatMap(({ code, grid }) => [code, grid])) : null
  const matters = sound ? namesOf(duties.flatMap(({ code, category }) => [code, category])) : null
  const lines = (await readCsv(notes, file, COLUMNS, true)).map((row) => readLine(notes, row, areas, matters))
  const seen = new Set<string>()
  for (const { area, matter, station, row } of lines) {
    const key = [area, matter, station].join('|')
    if (seen.has(key)) refuse(notes, row.where, wording.areaTwice(area, matter))
    seen.add(key)
  }
  return lines
}

const namesOf = (names: readonly string[]): string[] => [ANY, ...new Set(names.filter((name) => name !== ''))]

function readLine(notes: Notes, row: Row, areas: Names, matters: Names): AreaLine {
  const { cell } = row
  for (const column of ['station', 'person']) required(notes, cell(column))
  return {
    area: known(notes, cell('area'), areas, wording.unknownArea),
    matter: known(notes, cell('matter'), matters, wording.unknownMatter),
    station: refer(notes, 'station', cell('station')) ?? '',
    person: refer(notes, 'person', cell('person')) ?? '',
    deputy: refer(notes, 'person', cell('deputy')),
    row,
  }
}

/** A village that is renamed must not stop the program: the line only has no effect. */
function known(notes: Notes, cell: Cell, names: Names, words: typeof wording.unknownArea): string {
  const written = required(notes, cell)
  if (written !== '' && names !== null && !names.includes(written))
    warn(notes, cell.where, words(written, nearest(written, names)))
  return written
}
