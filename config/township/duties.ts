import type { Duty, DutyMode } from '../../domain/town.ts'
import type { Where } from '../fault.ts'
import { wording } from '../wording.ts'
import { dayOf, flagOf, idOf, listOf, oneOf, required } from './cellValue.ts'
import { LEVELS } from './clocks.ts'
import { readCsv, rowsOf, type Row } from './csv.ts'
import { define, type Notes, refer, refuse, warn } from './notes.ts'

const MODES = ['own', 'joint', 'transfer', 'refer'] as const satisfies readonly DutyMode[]

const PROOFS = ['pair'] as const

const COLUMNS = {
  needed: ['code', 'name', 'keywords', 'lead'],
  optional: [
    'category',
    'mode',
    'assist',
    'approve',
    'supervise',
    'punish',
    'level',
    'review',
    'legal_basis',
    'valid_from',
    'valid_until',
    'mentor',
    'mentor_until',
    'proof',
  ],
}

/** Reads duties.csv, the duty list 权责清单; `draft` is what is to be read in its place. */
export async function readDuties(notes: Notes, file: string, draft?: string): Promise<Duty[]> {
  const before = notes.faults.length
  const rows = draft === undefined ? await readCsv(notes, file, COLUMNS) : rowsOf(notes, file, draft, COLUMNS)
  const duties = rows.map((row) => readDuty(notes, row))
  const where: Where = { file, line: null, field: 'code' }
  if (duties.length === 0 && notes.faults.length === before) warn(notes, where, wording.noDuties())
  return duties
}

function readDuty(notes: Notes, row: Row): Duty {
  const at = row.cell
  const lead = at('lead')
  required(notes, lead)
  return {
    ...readItem(notes, row),
    lead: refer(notes, 'station', lead) ?? '',
    assist: readAssist(notes, row),
    approve: refer(notes, 'station', at('approve'), false),
    supervise: refer(notes, 'station', at('supervise'), false),
    punish: refer(notes, 'station', at('punish'), false),
    ...readValidity(notes, row),
  }
}

function readItem(notes: Notes, { cell }: Row) {
  const code = idOf(notes, cell('code'))
  define(notes, 'duty', code, cell('code').where)
  return {
    code,
    name: required(notes, cell('name')),
    category: cell('category').text ?? '',
    keywords: listOf(notes, cell('keywords')),
    mode: oneOf(notes, cell('mode'), MODES, 'own', true),
    level: oneOf(notes, cell('level'), LEVELS, 'normal', true),
    review: flagOf(notes, cell('review')),
    proof: cell('proof').text === null ? null : oneOf(notes, cell('proof'), PROOFS, 'pair'),
    legalBasis: cell('legal_basis').text ?? '',
  }
}

function readAssist(notes: Notes, { cell }: Row): string[] {
  const written = cell('assist')
  const lead = cell('lead').text
  const assist = listOf(notes, written)
  for (const id of assist) refer(notes, 'station', { where: written.where, text: id })
  if (lead !== null && assist.includes(lead)) warn(notes, written.where, wording.leadAssists(lead))
  return assist.filter((id) => id !== lead)
}

function readValidity(notes: Notes, { cell }: Row) {
  const validFrom = dayOf(notes, cell('valid_from'))
  const validUntil = dayOf(notes, cell('valid_until'))
  if (validFrom && validUntil && validFrom > validUntil)
    refuse(notes, cell('valid_until').where, wording.endsFirst(validFrom, validUntil))
  return { validFrom, validUntil, mentor: cell('mentor').text, mentorUntil: dayOf(notes, cell('mentor_until')) }
}
