import type { Permit } from '../../domain/town.ts'
import { FOREVER } from '../permits/wording-permits.ts'
import { wording } from '../wording.ts'
import { dayOf, required } from './cellValue.ts'
import { readCsv, type Row } from './csv.ts'
import { type Notes, refuse } from './notes.ts'

export const PERMIT_COLUMNS = ['holder', 'kind', 'number', 'valid_from', 'valid_until', 'address', 'unit'] as const

const COLUMNS = {
  needed: ['holder', 'kind', 'unit'],
  optional: ['number', 'valid_from', 'valid_until', 'address'],
}

/** Reads permits.csv, what others granted; no such file is no permit. */
export async function readPermits(notes: Notes, file: string): Promise<Permit[]> {
  return (await readCsv(notes, file, COLUMNS, true)).map((row) => readLine(notes, row))
}

function readLine(notes: Notes, { cell }: Row): Permit {
  const validFrom = dayOf(notes, cell('valid_from'))
  const until = cell('valid_until')
  // as the import reads it
  const validUntil = until.text !== null && FOREVER.test(until.text) ? null : dayOf(notes, until)
  if (validFrom && validUntil && validFrom > validUntil)
    refuse(notes, cell('valid_until').where, wording.endsFirst(validFrom, validUntil))
  return {
    holder: required(notes, cell('holder')),
    kind: required(notes, cell('kind')),
    number: cell('number').text ?? '',
    validFrom,
    validUntil,
    address: cell('address').text ?? '',
    unit: required(notes, cell('unit')),
  }
}
