import type { Asset, Duty, Person, Shift, Station } from '../../domain/town.ts'
import { townFolders } from '../township/load.ts'
import { readTownship } from '../township/read.ts'

/** A township whose lists may be replaced: where it lies, and what a new list is read with. */
export type Place = Readonly<{
  /** what TOWN_CONFIG names: the township itself, or its county */
  root: string
  folder: string
  code: string
  name: string
  stations: readonly Station[]
  /** the present list, as far as it can be read: a spoilt one must not stand in the way of its mend */
  duties: readonly Duty[]
  /** its own people first, then those of the county */
  people: readonly Person[]
  roster: readonly Shift[]
  assets: readonly Asset[]
}>

/** The townships that TOWN_CONFIG means; null when one of them does not say who it is. */
export async function placesOf(root: string): Promise<readonly Place[] | null> {
  const folders = await townFolders(root)
  const county = await Promise.all(folders.map((folder) => readTownship(folder)))
  const everybody = county.flatMap(({ file }) => file?.people ?? [])
  const places = county.flatMap(({ dir, file, duties, roster, assets }) => {
    if (!file?.code.text) return []
    const { stations, name, people: own } = file
    const people = [...own, ...everybody.filter((person) => !own.includes(person))]
    return [{ root, folder: dir, code: file.code.text, name, stations, duties, people, roster, assets }]
  })
  return places.length === county.length && places.length > 0 ? places : null
}
