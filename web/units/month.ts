import { createHash } from 'node:crypto'
import type { Shift } from '../../domain/town.ts'

/** The shifts of a unit in a month (YYYY-MM). */
export const monthOf = (roster: readonly Shift[], station: string, month: string): readonly Shift[] =>
  roster.filter((shift) => shift.station === station && shift.date.startsWith(`${month}-`))

/** What a month is called, so that two who change it at once do not overwrite each other. */
export const rosterMark = (shifts: readonly Shift[]): string =>
  createHash('sha256')
    .update(JSON.stringify(shifts.map(({ date, userid, shift }) => [date, userid, shift])))
    .digest('hex')
    .slice(0, 12)
