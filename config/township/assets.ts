import type { Asset } from '../../domain/town.ts'
import { wording } from '../wording.ts'
import { dayOf, idOf, oneOf, required } from './cellValue.ts'
import { readCsv, type Row } from './csv.ts'
import { type Notes, refer, refuse } from './notes.ts'

export const ASSET_COLUMNS = {
  needed: ['id', 'kind', 'name'],
  optional: ['station', 'keyholder', 'agreement_until', 'note'],
}
export const ASSET_KINDS = ['vehicle', 'equipment', 'room'] as const

/** Reads assets.csv, what may be booked: vehicles, equipment, rooms; no such file is none. */
export async function readAssets(notes: Notes, file: string): Promise<Asset[]> {
  return assetsIn(notes, await readCsv(notes, file, ASSET_COLUMNS, true))
}

export function assetsIn(notes: Notes, rows: readonly Row[]): Asset[] {
  const seen = new Map<string, number | null>()
  return rows.map((row) => {
    const asset = readLine(notes, row)
    const first = seen.get(asset.id)
    if (first !== undefined && asset.id !== '') refuse(notes, row.cell('id').where, wording.assetTwice(asset.id, first))
    else seen.set(asset.id, row.where.line)
    return asset
  })
}

function readLine(notes: Notes, { cell }: Row): Asset {
  required(notes, cell('kind'))
  return {
    id: idOf(notes, cell('id')),
    kind: oneOf(notes, cell('kind'), ASSET_KINDS, 'vehicle'),
    name: required(notes, cell('name')),
    station: refer(notes, 'station', cell('station')),
    keyholder: refer(notes, 'person', cell('keyholder')),
    agreementUntil: dayOf(notes, cell('agreement_until')),
    note: cell('note').text ?? '',
  }
}
