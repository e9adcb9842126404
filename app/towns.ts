import type { Town } from '../domain/town.ts'
import { withAliases } from '../domain/route/learn.ts'
import type { Hearing } from '../domain/understand/hearing.ts'
import type { Store } from '../store/store.ts'

/** How long a name that another process approved may be unknown here. */
const STALE_MS = 60_000

export type LearntTowns = Readonly<{
  current(): readonly Town[]
  refresh(): Promise<void>
  /** the same townships with other duty lists */
  renew(towns: readonly Town[]): Promise<void>
  /** from now on they listen with what was learnt of how people speak */
  hear(hearing: Hearing): void
}>

/** The townships with the names of villages that were learnt and approved. */
export function learntTowns(started: readonly Town[], store: Pick<Store, 'aliases'>, now: () => Date): LearntTowns {
  let towns = started
  let current = started
  let hearing: Hearing | null = null
  let known: string | null = ''
  let at = 0

  async function refresh(): Promise<void> {
    at = now().getTime()
    const aliases = await store.aliases(['approved'])
    const mark = aliases.map(({ town, alias, village }) => `${town} ${alias} ${village}`).join('\n')
    if (mark === known) return
    known = mark
    current = listening(withAliases(towns, aliases), hearing)
  }

  return {
    current() {
      if (now().getTime() - at > STALE_MS) void refresh()
      return current
    },
    refresh,
    async renew(next) {
      towns = next
      known = null
      await refresh()
    },
    hear(learnt) {
      hearing = learnt
      current = listening(current, learnt)
    },
  }
}

const listening = (towns: readonly Town[], hearing: Hearing | null): readonly Town[] =>
  hearing ? towns.map((town) => ({ ...town, hearing })) : towns
