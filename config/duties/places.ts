import type { Duty, Station } from '../../domain/town.ts'
import { townFolders } from '../township/load.ts'
import { readTownship } from '../township/read.ts'

/** A township whose duty list may be replaced: where it lies, and what a new list is read with. */
export type Place = Readonly<{
  /** what TOWN_CONFIG names: the township itself, or its county */
  root: string
  folder: string
  code: string
  name: string
  stations: readonly Station[]
  /** the present list, as far as it can be read: a spoilt one must not stand in the way of its mend */
  duties: readonly Duty[]
}>

/** The townships that TOWN_CONFIG means; null when one of them does not say who it is. */
export async function placesOf(root: string): Promise<readonly Place[] | null> {
  const folders = await townFolders(root)
  const county = await Promise.all(folders.map((folder) => readTownship(folder)))
  const places = county.flatMap(({ dir, file, duties }) =>
    file?.code.text
      ? [{ root, folder: dir, code: file.code.text, name: file.name, stations: file.stations, duties }]
      : [],
  )
  return places.length === county.length && places.length > 0 ? places : null
}
