import type { Station } from '../../domain/town.ts'
import { isDay } from '../township/cell.ts'
import { nearest } from '../nearest.ts'
import type { Words } from '../fault.ts'
import type { Draft, Row } from './canonical.ts'
import type { RowFault } from './check.ts'
import { wordingRules as words } from './wording-rules.ts'

type Rule = Readonly<{ column: string; wrong(row: Row, all: Known): Words | null }>
type Known = Readonly<{ stations: readonly Station[]; firstRow: ReadonlyMap<string, number> }>

const MODES = ['own', 'joint', 'transfer', 'refer']
const LEVELS = ['emergency', 'urgent', 'normal']
const MOST_LETTERS = 200

/** What every row must keep, by column. */
const RULES: readonly Rule[] = [
  { column: 'code', wrong: ({ row, cells: { code = '' } }, known) => codeWrong(row, code, known) },
  { column: 'name', wrong: ({ cells: { name = '' } }) => nameWrong(name) },
  { column: 'lead', wrong: ({ cells: { lead = '' } }, known) => leadWrong(lead, known) },
  { column: 'assist', wrong: ({ cells: { assist = '' } }, known) => unitWrong(assist, known) },
  { column: 'mode', wrong: ({ cells: { mode = '' } }) => wordWrong(mode, MODES, words.notAMode) },
  { column: 'level', wrong: ({ cells: { level = '' } }) => wordWrong(level, LEVELS, words.notALevel) },
  { column: 'review', wrong: ({ cells: { review = '' } }) => wordWrong(review, ['0', '1'], words.notAFlag) },
  { column: 'valid_from', wrong: ({ cells }) => dayWrong(cells['valid_from']) },
  { column: 'valid_until', wrong: ({ cells }) => dayWrong(cells['valid_until']) ?? endsFirst(cells) },
  { column: 'mentor_until', wrong: ({ cells }) => dayWrong(cells['mentor_until']) },
]

/** Every fault of every row, as its keeper finds it. */
export function faultsOf({ rows, headings }: Draft, stations: readonly Station[]): RowFault[] {
  const firstRow = new Map<string, number>()
  for (const { row, cells } of rows) {
    const code = key(cells['code'])
    if (!firstRow.has(code)) firstRow.set(code, row)
  }
  return rows.flatMap((row) =>
    RULES.flatMap(({ column, wrong }) => {
      const said = wrong(row, { stations, firstRow })
      return said ? [{ file: null, row: row.row, column: headings.get(column) ?? column, ...said }] : []
    }),
  )
}

const key = (code = ''): string => code.toLowerCase()

function codeWrong(row: number, code: string, { firstRow }: Known): Words | null {
  if (code === '') return words.noCode()
  if (!/^[\p{L}\p{N}._()/-]+$/u.test(code)) return words.badCode(code)
  const first = firstRow.get(key(code)) ?? row
  return first === row ? null : words.codeTwice(code, first)
}

function nameWrong(name: string): Words | null {
  return name === '' ? words.noName() : name.length > MOST_LETTERS ? words.longName(name.length) : null
}

function leadWrong(lead: string, known: Known): Words | null {
  const names = known.stations.map(({ name }) => name)
  if (lead === '') return words.noLead(names)
  return unitWrong(lead, known) ?? (lead.includes('|') ? words.severalLead() : null)
}

function unitWrong(written: string, { stations }: Known): Words | null {
  const names = stations.map(({ name }) => name)
  const unknown = written.split('|').find((id) => id !== '' && !stations.some((station) => station.id === id))
  return unknown === undefined ? null : words.unknownUnit(unknown, nearest(unknown, names), names)
}

function wordWrong(written: string, known: readonly string[], say: (written: string) => Words): Words | null {
  return written === '' || known.includes(written.toLowerCase()) ? null : say(written)
}

function dayWrong(day = ''): Words | null {
  return day === '' || isDay(day) ? null : words.notADay(day)
}

function endsFirst({ valid_from: from = '', valid_until: until = '' }: Row['cells']): Words | null {
  return from !== '' && until !== '' && isDay(from) && until < from ? words.endsFirst(from, until) : null
}
