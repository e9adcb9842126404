import type { Village } from '../../domain/town.ts'
import type { Where } from '../fault.ts'
import { wording } from '../wording.ts'
import { idOf, listOf, numberOf, required } from './cellValue.ts'
import { readCsv, type Row } from './csv.ts'
import { define, type Notes, refer, refuse, warn } from './notes.ts'

const COLUMNS = { needed: ['code', 'name'], optional: ['aliases', 'grid', 'officer', 'lat', 'lng'] }

/** Reads villages.csv: the places a reporter may name. */
export async function readVillages(notes: Notes, file: string): Promise<Village[]> {
  const before = notes.faults.length
  const rows = await readCsv(notes, file, COLUMNS)
  const villages = rows.map((row) => readVillage(notes, row))
  checkNames(notes, rows, villages)
  if (villages.length === 0 && notes.faults.length === before)
    warn(notes, { file, line: null, field: 'name' }, wording.noVillages())
  return villages
}

function readVillage(notes: Notes, { cell }: Row): Village {
  const code = idOf(notes, cell('code'))
  define(notes, 'village', code, cell('code').where)
  const name = required(notes, cell('name'))
  return {
    code,
    name,
    aliases: listOf(notes, cell('aliases')).filter((alias) => alias !== name),
    grid: cell('grid').text ?? '',
    officer: refer(notes, 'person', cell('officer')),
    ...readSpot(notes, cell('lat'), cell('lng')),
  }
}

function readSpot(notes: Notes, lat: ReturnType<Row['cell']>, lng: ReturnType<Row['cell']>) {
  const place = { lat: numberOf(notes, lat, -90, 90), lng: numberOf(notes, lng, -180, 180) }
  const half = (lat.text === null) !== (lng.text === null)
  if (half) refuse(notes, lat.text === null ? lat.where : lng.where, wording.halfSpot())
  return place
}

/** Two villages of one town that go by the same name would send a case to either: name and aliases are one namespace. */
function checkNames(notes: Notes, rows: readonly Row[], villages: readonly Village[]): void {
  const owners = new Map<string, { code: string; where: Where }>()
  const claim = (name: string, code: string, where: Where): void => {
    const first = owners.get(name)
    if (first) refuse(notes, where, wording.nameTwice(name, first.code, first.where.line))
    else if (name !== '') owners.set(name, { code, where })
  }
  const each = (visit: (village: Village, row: Row) => void): void =>
    villages.forEach((village, index) => {
      const row = rows[index]
      if (row) visit(village, row)
    })
  each((village, row) => claim(village.name, village.code, row.cell('name').where))
  each((village, row) => village.aliases.forEach((alias) => claim(alias, village.code, row.cell('aliases').where)))
}
