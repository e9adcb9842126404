import { addDays } from '../../domain/calendar/zone.ts'
import { mayBe, withLaw } from '../../domain/rules/bound.ts'
import {
  isRuleKey,
  RULE_KEYS,
  RULES,
  type RuleKey,
  type RuleValue,
  type RuleVersion,
} from '../../domain/rules/table.ts'
import { RULE_WORDS } from '../../domain/rules/wording-rules.ts'
import type { Where } from '../fault.ts'
import { nearest } from '../nearest.ts'
import { wording } from '../wording.ts'
import { wordingRules } from '../wording-rules.ts'
import { type Cell } from './cell.ts'
import { dayOf, required } from './cellValue.ts'
import { readCsv, type Row } from './csv.ts'
import { type Notes, refuse } from './notes.ts'
import { readValue, writtenValue } from './ruleValue.ts'

const COLUMNS = { needed: ['key', 'value'], optional: ['basis', 'valid_from', 'valid_until'] }

type Line = Readonly<{ version: RuleVersion; where: Where }>

/** Reads rules.csv, the rules a township sets otherwise than the table; no such file is none. */
export async function readRules(notes: Notes, file: string): Promise<readonly RuleVersion[]> {
  const lines = (await readCsv(notes, file, COLUMNS, true)).flatMap((row) => readLine(notes, row))
  return RULE_KEYS.flatMap((key) =>
    versionsOf(
      notes,
      key,
      lines.filter(({ version }) => version.key === key),
    ),
  )
}

function readLine(notes: Notes, { cell }: Row): Line[] {
  const key = readKey(notes, cell('key'))
  const text = required(notes, cell('value'))
  const from = dayOf(notes, cell('valid_from'))
  const until = dayOf(notes, cell('valid_until'))
  if (from !== null && until !== null && from > until)
    refuse(notes, cell('valid_until').where, wording.endsFirst(from, until))
  const value = key === null || text === '' ? null : readRule(notes, cell('value'), key, cell('basis').text !== null)
  if (key === null || value === null) return []
  const basis = cell('basis').text ?? wordingRules.ownBasis
  return [{ version: { key, value, basis, validFrom: from, validUntil: until }, where: cell('valid_from').where }]
}

function readKey(notes: Notes, cell: Cell): RuleKey | null {
  const written = required(notes, cell).toLowerCase()
  if (isRuleKey(written)) return written
  if (written !== '') refuse(notes, cell.where, wordingRules.unknown(written, nearest(written, RULE_KEYS)))
  return null
}

/** The value, or null with a fault when it is none or laxer than the law. */
function readRule(notes: Notes, { text, where }: Cell, key: RuleKey, cited: boolean): RuleValue<RuleKey> | null {
  const rule = RULES[key]
  const { name, basis } = RULE_WORDS[key]
  const value = readValue(rule.kind, text ?? '')
  if (value === null) refuse(notes, where, wordingRules.badValue(name, text ?? '', rule.kind))
  else if (!mayBe(key, value, cited))
    refuse(notes, where, wordingRules.tooLax(name, basis, text ?? '', rule, writtenValue(rule)))
  return value === null ? null : withLaw(key, value)
}

/** The versions of one rule in the order of their days: one without an end lasts until the next begins. */
function versionsOf(notes: Notes, key: RuleKey, lines: readonly Line[]): RuleVersion[] {
  const sorted = lines.toSorted((a, b) => startOf(a).localeCompare(startOf(b)))
  return sorted.map((line, index) => {
    const next = sorted[index + 1]
    if (next) checkApart(notes, key, line, next)
    const start = next?.version.validFrom ?? null
    return { ...line.version, validUntil: line.version.validUntil ?? (start && addDays(start, -1)) }
  })
}

const startOf = ({ version }: Line): string => version.validFrom ?? ''

function checkApart(notes: Notes, key: RuleKey, line: Line, next: Line): void {
  const { validUntil } = line.version
  if (startOf(line) === startOf(next)) refuse(notes, next.where, wordingRules.sameStart(key, line.where.line))
  else if (validUntil !== null && validUntil >= startOf(next))
    refuse(notes, next.where, wordingRules.overlaps(key, line.where.line, validUntil))
}
