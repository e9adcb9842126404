import type { Town } from '../domain/town.ts'
import { withAliases } from '../domain/route/learn.ts'
import type { Store } from '../store/store.ts'

/** How long a name that another process approved may be unknown here. */
const STALE_MS = 60_000

export type LearntTowns = Readonly<{
  current(): readonly Town[]
  refresh(): Promise<void>
}>

/** The townships with the names of villages that were learnt and approved. */
export function learntTowns(towns: readonly Town[], store: Pick<Store, 'aliases'>, now: () => Date): LearntTowns {
  let current = towns
  let known = ''
  let at = 0

  async function refresh(): Promise<void> {
    at = now().getTime()
    const aliases = await store.aliases(['approved'])
    const mark = aliases.map(({ town, alias, village }) => `${town} ${alias} ${village}`).join('\n')
    if (mark === known) return
    known = mark
    current = withAliases(towns, aliases)
  }

  return {
    current() {
      if (now().getTime() - at > STALE_MS) void refresh()
      return current
    },
    refresh,
  }
}
