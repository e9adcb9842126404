import type { Indicator } from '../../domain/assess/measures.ts'
import { formulaOf, MEASURE_KEYS, MEASURES, measureOf, type Measure } from '../../domain/assess/measures.ts'
import { speaksOfFines } from '../../domain/assess/wording-fines.ts'
import type { Where } from '../fault.ts'
import { nearest } from '../nearest.ts'
import { wording } from '../wording.ts'
import { wordingAssessment as words } from '../wording-assessment.ts'
import { type Cell } from './cell.ts'
import { dayOf, idOf, oneOf, required } from './cellValue.ts'
import { readCsv, type Row } from './csv.ts'
import { type Notes, refuse, warn } from './notes.ts'

const COLUMNS = {
  needed: ['code', 'name', 'formula', 'weight'],
  optional: ['kind', 'direction', 'source', 'legal', 'valid_from', 'valid_until'],
}

type Line = Readonly<{ indicator: Indicator; where: Where }>

/** Reads assessment.csv, what a township is scored by; null where it has none, and that of the program counts. */
export async function readAssessment(notes: Notes, file: string): Promise<readonly Indicator[] | null> {
  const lines = (await readCsv(notes, file, COLUMNS, true)).flatMap((row) => readLine(notes, row))
  for (const [index, line] of lines.entries()) checkApart(notes, line, lines.slice(0, index))
  checkWeights(notes, lines)
  return lines.length === 0 ? null : lines.map(({ indicator }) => indicator)
}

function readLine(notes: Notes, { cell, where }: Row): Line[] {
  const name = required(notes, cell('name'))
  const formula = required(notes, cell('formula'))
  const fines = WORDS.filter((column) => namesFines(notes, cell(column)))
  const measure = fines.length > 0 ? null : readFormula(notes, cell('formula'))
  const code = idOf(notes, cell('code'))
  const weight = readWeight(notes, cell('weight'))
  const [validFrom, validUntil] = [dayOf(notes, cell('valid_from')), dayOf(notes, cell('valid_until'))]
  if (validFrom !== null && validUntil !== null && validFrom > validUntil)
    refuse(notes, cell('valid_until').where, wording.endsFirst(validFrom, validUntil))
  if (measure === null || weight === null || formula === '') return []
  checkNature(notes, cell('kind'), measure, 'duty')
  checkNature(notes, cell('direction'), measure, 'better')
  const [source, legal] = [cell('source').text ?? words.ownSource, cell('legal').text ?? '']
  return [{ indicator: { code, name, measure, weight, source, legal, validFrom, validUntil }, where }]
}

/** Where somebody may write what he likes. What is counted is a closed list; nobody may be promised anything else by its name or its basis (行政处罚法 §74). */
const WORDS = ['name', 'formula', 'source', 'legal'] as const

function namesFines(notes: Notes, { text, where }: Cell): boolean {
  if (text === null || !speaksOfFines(text)) return false
  refuse(notes, where, words.fines(text))
  return true
}

function readFormula(notes: Notes, { text, where }: Cell): Measure | null {
  const found = text === null ? null : measureOf(text)
  if (text !== null && found === null)
    refuse(notes, where, words.unknownFormula(text, nearest(text, MEASURE_KEYS.map(formulaOf))))
  return found
}

function readWeight(notes: Notes, cell: Cell): number | null {
  const text = required(notes, cell)
  if (/^\d{1,3}(?:\.\d{1,2})?$/u.test(text) && Number(text) <= 100) return Number(text)
  if (text !== '') refuse(notes, cell.where, words.badWeight(text))
  return null
}

const NATURE = { duty: ['find', 'fix'], better: ['high', 'low'] } as const

/** Which way is better belongs to what is counted: nobody can be rewarded for being late. */
function checkNature(notes: Notes, cell: Cell, measure: Measure, nature: 'duty' | 'better'): void {
  const is = MEASURES[measure][nature]
  const written = oneOf<string>(notes, cell, NATURE[nature], is)
  if (written !== is) refuse(notes, cell.where, words.otherNature(formulaOf(measure), written, is))
}

const startOf = ({ validFrom }: Indicator): string => validFrom ?? ''
const endOf = ({ validUntil }: Indicator): string => validUntil ?? '9999-12-31'

/** Of one code only one line is in force on a day. */
function checkApart(notes: Notes, { indicator, where }: Line, before: readonly Line[]): void {
  const other = before.find(
    (each) =>
      each.indicator.code === indicator.code &&
      startOf(each.indicator) <= endOf(indicator) &&
      startOf(indicator) <= endOf(each.indicator),
  )
  if (other) refuse(notes, where, words.twice(indicator.code, other.where.line))
}

/** Scores come out of 100 whatever the sum is; a sum that is not 100 is usually a slip. Versions in force together are not told apart here. */
function checkWeights(notes: Notes, lines: readonly Line[]): void {
  const open = lines.filter(({ indicator }) => indicator.validUntil === null)
  for (const duty of NATURE.duty) {
    const own = open.filter(({ indicator }) => MEASURES[indicator.measure].duty === duty)
    const sum = own.reduce((total, { indicator }) => total + indicator.weight, 0)
    const [first] = own
    if (first && Math.abs(sum - 100) > 0.001) warn(notes, { ...first.where, field: 'weight' }, words.sum(duty, sum))
  }
}
