import { resolve, sep } from 'node:path'
import { placesOf } from '../../config/duties/places.ts'
import { loadTowns } from '../../config/township/load.ts'
import type { Lists } from '../../web/lists.ts'
import { assetDesk } from './assets.ts'
import { dutyDesk } from './duties.ts'
import type { Folder, OneByOne } from './folder.ts'
import { rosterDesk } from './roster.ts'

const isIn = (file: string, folder: string): boolean => resolve(file).startsWith(`${resolve(folder)}${sep}`)

/** The lists of the township folder for the pages; `taken` = the running program takes over what was written. */
export function openLists(root: string, taken: () => Promise<void>): Lists {
  let last: Promise<unknown> = Promise.resolve()
  const alone: OneByOne = (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
  const places = async () => (await placesOf(root)) ?? []
  const place = async (town: string) => (await places()).find(({ code }) => code === town) ?? null
  const folder: Folder = { place, alone, taken }
  return {
    ...dutyDesk(folder),
    ...rosterDesk(folder),
    ...assetDesk(folder),
    async lint(town, today) {
      const loaded = await loadTowns(root, today)
      const others = (await places()).filter(({ code }) => code !== town)
      // what lies above the townships, the calendar of a county, is everybody's
      const own = ({ file }: Readonly<{ file: string }>) => !others.some(({ folder }) => isIn(file, folder))
      const faults = loaded.ok ? [] : loaded.faults
      return { faults: faults.filter(own), warnings: loaded.warnings.filter(own) }
    },
  }
}
