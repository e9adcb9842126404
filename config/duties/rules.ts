import type { Station } from '../../domain/town.ts'
import { isDay } from '../township/cellValue.ts'
import { nearest } from '../nearest.ts'
import type { Words } from '../fault.ts'
import type { Draft, Row } from './canonical.ts'
import type { RowFault } from './rowFault.ts'
import { wordingDuties } from './wording-duties.ts'
import { wordingRules as words } from './wording-rules.ts'

type Rule = Readonly<{ column: string; wrong(row: Row, all: Known): Words | null }>
type Known = Readonly<{ stations: readonly Station[]; firstRow: ReadonlyMap<string, Row> }>

const MODES = ['own', 'joint', 'transfer', 'refer']
const LEVELS = ['emergency', 'urgent', 'normal']
const PROOFS = ['pair']
const MOST_LETTERS = 200

/** What every row must keep, by column. */
const RULES: readonly Rule[] = [
  { column: 'code', wrong: (row, known) => codeWrong(row, known) },
  { column: 'name', wrong: ({ cells: { name = '' } }) => nameWrong(name) },
  { column: 'lead', wrong: ({ cells: { lead = '' } }, known) => leadWrong(lead, known) },
  { column: 'assist', wrong: ({ cells: { assist = '' } }, known) => unitWrong(assist, known) },
  { column: 'mode', wrong: ({ cells: { mode = '' } }) => wordWrong(mode, MODES, words.notAMode) },
  { column: 'level', wrong: ({ cells: { level = '' } }) => wordWrong(level, LEVELS, words.notALevel) },
  { column: 'review', wrong: ({ cells: { review = '' } }) => wordWrong(review, ['0', '1'], words.notAFlag) },
  { column: 'valid_from', wrong: ({ cells }) => dayWrong(cells['valid_from']) },
  { column: 'valid_until', wrong: ({ cells }) => dayWrong(cells['valid_until']) ?? endsFirst(cells) },
  { column: 'proof', wrong: ({ cells: { proof = '' } }) => wordWrong(proof, PROOFS, words.notAProof) },
  { column: 'mentor_until', wrong: ({ cells }) => dayWrong(cells['mentor_until']) },
]

/** Every fault of every row, as its keeper finds it. */
export function faultsOf({ rows, headings }: Draft, stations: readonly Station[]): RowFault[] {
  const firstRow = new Map<string, Row>()
  for (const row of rows) {
    const code = key(row.cells['code'])
    if (!firstRow.has(code)) firstRow.set(code, row)
  }
  return rows.flatMap((row) =>
    RULES.flatMap(({ column, wrong }) => {
      const said = wrong(row, { stations, firstRow })
      return said
        ? [{ file: null, ...sheetOf(row), row: row.row, column: headings.get(column) ?? column, ...said }]
        : []
    }),
  )
}

const key = (code = ''): string => code.toLowerCase()

/** Named only where a list has several sheets. */
export const sheetOf = ({ sheet }: Pick<Row, 'sheet'>): Pick<RowFault, 'sheet'> => (sheet ? { sheet } : {})

function codeWrong(row: Row, { firstRow }: Known): Words | null {
  const { code = '' } = row.cells
  if (code === '') return words.noCode()
  if (!/^[\p{L}\p{N}._()/-]+$/u.test(code)) return words.badCode(code)
  const first = firstRow.get(key(code)) ?? row
  return first === row
    ? null
    : words.codeTwice(code, wordingDuties.rowAt(first.sheet === row.sheet ? '' : (first.sheet ?? ''), first.row))
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
  return unknown === undefined
    ? null
    : words.unknownUnit(unknown, nearest(unknown, names) ?? onlyWith(unknown, names), names)
}

/** 「城管」 is part of one name only. */
function onlyWith(part: string, names: readonly string[]): string | null {
  const found = names.filter((name) => part.length > 1 && name.includes(part))
  return found.length === 1 ? (found[0] ?? null) : null
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
