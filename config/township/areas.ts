import type { Area, Duty, Village } from '../../domain/town.ts'
import { nearest } from '../nearest.ts'
import { wording } from '../wording.ts'
import { type Cell, required } from './cell.ts'
import { readCsv, type Row } from './csv.ts'
import { type Notes, refer, refuse } from './notes.ts'

const COLUMNS = { needed: ['area', 'matter', 'station', 'person'], optional: ['deputy'] }
const ANY = '*'

export type AreaLine = Area & Readonly<{ row: Row }>

/** Reads areas.csv 片区, who looks after which piece of the township; no such file is no areas. */
export async function readAreas(
  notes: Notes,
  file: string,
  villages: readonly Village[],
  duties: readonly Duty[],
): Promise<AreaLine[]> {
  const areas = namesOf(villages.flatMap(({ code, grid }) => [code, grid]))
  const matters = namesOf(duties.flatMap(({ code, category }) => [code, category]))
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

function readLine(notes: Notes, row: Row, areas: readonly string[], matters: readonly string[]): AreaLine {
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

/** Where the other file could not be read, only that is reported. */
function known(notes: Notes, cell: Cell, names: readonly string[], words: typeof wording.unknownArea): string {
  const written = required(notes, cell)
  if (written !== '' && names.length > 1 && !names.includes(written))
    refuse(notes, cell.where, words(written, nearest(written, names)))
  return written
}
