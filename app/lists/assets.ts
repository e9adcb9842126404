import { faultsOfAssets, writeAssets } from '../../config/assets/list.ts'
import type { Lists } from '../../web/lists.ts'
import { assetsMark } from '../../web/units/assets.ts'
import { lockedOr } from './locked.ts'
import type { Folder } from './folder.ts'

const STALE = { ok: false, stale: true, faults: [] } as const

/** What may be booked, for the pages: read, tried and written as it lies in the township folder. */
export function assetDesk({ place, alone, taken }: Folder): Pick<Lists, 'assets' | 'putAssets'> {
  return {
    assets: async (town) => (await place(town))?.assets ?? null,
    putAssets: (town, assets, { base }) =>
      alone(async () => {
        const found = await place(town)
        if (!found) return null
        if (assetsMark(found.assets) !== base) return STALE
        const faults = faultsOfAssets(found, assets)
        if (faults.length > 0) return { ok: false, stale: false, faults }
        const locked = await lockedOr(() => writeAssets(found, assets))
        if (locked) return { ok: false, stale: false, faults: [locked] }
        await taken()
        return { ok: true, stale: false, faults: [] }
      }),
  }
}
