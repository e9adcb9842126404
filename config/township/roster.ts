import type { Shift } from '../../domain/town.ts'
import type { Where } from '../fault.ts'
import { wording } from '../wording.ts'
import { dayOf, required } from './cellValue.ts'
import { readCsv, type Row } from './csv.ts'
import { type Notes, refer, warn } from './notes.ts'

const COLUMNS = { needed: ['date', 'station', 'userid'], optional: ['shift'] }

export type RosterLine = Shift & Readonly<{ where: Where }>

/** Reads roster.csv; no such file is an empty roster. */
export async function readRoster(notes: Notes, file: string): Promise<RosterLine[]> {
  const seen = new Set<string>()
  const lines = (await readCsv(notes, file, COLUMNS, true)).map((row) => readLine(notes, row))
  return lines.filter((line) => {
    const key = JSON.stringify([line.date, line.station, line.userid, line.shift])
    if (seen.has(key)) warn(notes, line.where, wording.rosterTwice())
    return !seen.has(key) && seen.add(key)
  })
}

function readLine(notes: Notes, { cell }: Row): RosterLine {
  for (const column of COLUMNS.needed) required(notes, cell(column))
  return {
    date: dayOf(notes, cell('date')) ?? '',
    station: refer(notes, 'station', cell('station')) ?? '',
    userid: refer(notes, 'person', cell('userid')) ?? '',
    shift: cell('shift').text ?? '',
    where: cell('userid').where,
  }
}
