import type { Delegation, Duty } from '../../domain/town.ts'
import { nearest } from '../nearest.ts'
import { wording } from '../wording.ts'
import { dayOf, listOf, required } from './cellValue.ts'
import { readCsv, type Row } from './csv.ts'
import { type Notes, refer, refuse, warn } from './notes.ts'

const COLUMNS = { needed: ['items', 'from', 'to', 'valid_from', 'valid_until'], optional: ['doc'] }

/** Reads delegations.csv, powers that were lent to a unit with a document and until a day; no such file is none. */
export async function readDelegations(notes: Notes, file: string, duties: readonly Duty[]): Promise<Delegation[]> {
  const codes = duties.map(({ code }) => code)
  return (await readCsv(notes, file, COLUMNS, true)).map((row) => readLine(notes, row, codes))
}

function readLine(notes: Notes, { cell }: Row, codes: readonly string[]): Delegation {
  const items = listOf(notes, cell('items'))
  for (const code of items)
    if (!codes.includes(code)) warn(notes, cell('items').where, wording.unknownItem(code, nearest(code, codes)))
  for (const column of ['to', 'valid_from', 'valid_until']) required(notes, cell(column))
  const from = dayOf(notes, cell('valid_from')) ?? ''
  const until = dayOf(notes, cell('valid_until')) ?? ''
  if (from && until && from > until) refuse(notes, cell('valid_until').where, wording.endsFirst(from, until))
  return {
    items,
    from: required(notes, cell('from')),
    to: refer(notes, 'station', cell('to')) ?? '',
    doc: cell('doc').text ?? '',
    validFrom: from,
    validUntil: until,
  }
}
