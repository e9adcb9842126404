import { placesOf, type Place } from '../../config/duties/places.ts'
import { loadTowns } from '../../config/township/load.ts'
import type { Lists } from '../../web/lists.ts'
import { assetDesk } from './assets.ts'
import { dutyDesk } from './duties.ts'
import { rosterDesk } from './roster.ts'

/** One after the other: what is written is written on what is there. */
export type OneByOne = <T>(work: () => Promise<T>) => Promise<T>
export type Folder = Readonly<{ place(town: string): Promise<Place | null>; alone: OneByOne; taken(): Promise<void> }>

/** The lists of the township folder for the pages; `taken` = the running program takes over what was written. */
export function openLists(root: string, taken: () => Promise<void>): Lists {
  let last: Promise<unknown> = Promise.resolve()
  const alone: OneByOne = (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
  const place = async (town: string) => ((await placesOf(root)) ?? []).find(({ code }) => code === town) ?? null
  const folder: Folder = { place, alone, taken }
  return {
    ...dutyDesk(folder),
    ...rosterDesk(folder),
    ...assetDesk(folder),
    async lint(town, today) {
      const found = await place(town)
      const loaded = await loadTowns(root, today)
      const own = ({ file }: Readonly<{ file: string }>) => found === null || file.startsWith(found.folder)
      const faults = loaded.ok ? [] : loaded.faults
      return { faults: faults.filter(own), warnings: loaded.warnings.filter(own) }
    },
  }
}
