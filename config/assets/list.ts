import { join } from 'node:path'
import type { Asset } from '../../domain/town.ts'
import { csvOf } from '../../domain/text/csv.ts'
import type { Place } from '../duties/places.ts'
import type { Fault } from '../fault.ts'
import { replaceKept } from '../kept.ts'
import { ASSET_COLUMNS, assetsIn } from '../township/assets.ts'
import { rowsOf } from '../township/csv.ts'
import { newNotes } from '../township/notes.ts'
import { checkNamed } from '../township/references.ts'

const fileOf = ({ folder }: Pick<Place, 'folder'>): string => join(folder, 'assets.csv')

const csvOfAssets = (assets: readonly Asset[]): string =>
  csvOf([
    [...ASSET_COLUMNS.needed, ...ASSET_COLUMNS.optional],
    ...assets.map(({ id, kind, name, station, keyholder, agreementUntil, note }) => [
      ...[id, kind, name, station ?? '', keyholder ?? '', agreementUntil ?? '', note],
    ]),
  ])

/** Tries a list by the very rules it is read with at a start. Nothing is touched. */
export function faultsOfAssets(place: Place, assets: readonly Asset[]): readonly Fault[] {
  const notes = newNotes()
  assetsIn(notes, rowsOf(notes, fileOf(place), csvOfAssets(assets), ASSET_COLUMNS))
  checkNamed(notes, place)
  return notes.faults
}

export const writeAssets = (place: Place, assets: readonly Asset[]): Promise<void> =>
  replaceKept(fileOf(place), csvOfAssets(assets))
