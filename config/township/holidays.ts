import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { HolidayYear } from '../../domain/calendar/calendar.ts'
import type { Where } from '../fault.ts'
import { wording } from '../wording.ts'
import { dayOf } from './cellValue.ts'
import { type Notes, refuse, warn } from './notes.ts'
import { cellOf, cellsOf, fieldsOf, readYaml, type Spot } from './yaml.ts'

/** One holiday file and where it stands. */
export type HolidayFile = Readonly<{ where: Where; year: HolidayYear }>

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /\.ya?ml$/iu.test(name)).sort()
  } catch {
    return [] // a township without holiday files is warned of where the calendar is put together
  }
}

/** Reads holidays/*.yaml; the year is in the name of the file. */
export async function readHolidays(notes: Notes, townDir: string): Promise<HolidayFile[]> {
  const folder = join(townDir, 'holidays')
  const read = (await namesIn(folder)).map((name) => readFileOf(notes, join(folder, name), name))
  return (await Promise.all(read)).filter((file) => file !== null)
}

async function readFileOf(notes: Notes, file: string, name: string): Promise<HolidayFile | null> {
  const [, year] = /^(\d{4})\.ya?ml$/iu.exec(name) ?? []
  if (year === undefined) {
    refuse(notes, { file, line: null, field: name }, wording.holidayName(name))
    return null
  }
  const spot = await readYaml(notes, file)
  return spot && { where: spot.where, year: readYear(notes, spot, Number(year)) }
}

function readYear(notes: Notes, spot: Spot, year: number): HolidayYear {
  const at = fieldsOf(spot, ['year', 'off', 'work', 'source'])
  const written = cellOf(at('year'))
  if (written.text !== null && written.text !== String(year))
    refuse(notes, written.where, wording.otherYear(written.text, year))
  const off = readDays(notes, at('off'), year)
  const work = readDays(notes, at('work'), year)
  if (off.size === 0) warn(notes, at('off').where, wording.noHolidays(year))
  for (const [day, where] of work) {
    if (off.has(day)) refuse(notes, where, wording.offAndWork(day))
    else if (!isWeekend(day)) warn(notes, where, wording.workedAnyway(day))
  }
  return { year, off: [...off.keys()].sort(), work: [...work.keys()].sort(), source: cellOf(at('source')).text ?? '' }
}

function readDays(notes: Notes, spot: Spot, year: number): Map<string, Where> {
  const days = new Map<string, Where>()
  for (const cell of cellsOf(spot)) {
    const day = dayOf(notes, cell)
    if (day !== null && !day.startsWith(`${year}-`)) refuse(notes, cell.where, wording.otherYear(day, year))
    if (day !== null) days.set(day, cell.where)
  }
  return days
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
