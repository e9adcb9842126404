import { isKind } from '../domain/book/entry.ts'
import { parts, type Decision } from '../domain/decision.ts'
import type { Town } from '../domain/town.ts'
import { withAliases } from '../domain/route/learn.ts'
import { CHANGES, withChanges } from '../domain/crew/overlay.ts'
import type { Hearing } from '../domain/understand/hearing.ts'
import type { Store } from '../store/store.ts'

/** How long what another process decided may be unknown here. */
const STALE_MS = 60_000
/** More leave and swaps than a county agrees in a year. */
const MOST_CHANGES = 5_000
const YEAR_MS = 366 * 86_400_000

export type LearntTowns = Readonly<{
  current(): readonly Town[]
  refresh(): Promise<void>
  /** the same townships with other duty lists */
  renew(towns: readonly Town[]): Promise<void>
  /** from now on they listen with what was learnt of how people speak */
  hear(hearing: Hearing): void
}>

/** The townships with the names of villages that were learnt and approved, and with the leave and the swaps that were agreed. */
export function learntTowns(
  started: readonly Town[],
  store: Pick<Store, 'aliases' | 'entries'>,
  now: () => Date,
): LearntTowns {
  let towns = started
  let current = started
  let hearing: Hearing | null = null
  let known: string | null = ''
  let at = 0

  async function refresh(): Promise<void> {
    at = now().getTime()
    const since = new Date(at - YEAR_MS)
    const [aliases, changes] = await Promise.all([
      store.aliases(['approved']),
      store.entries({ kinds: CHANGES, states: ['agreed'], since, limit: MOST_CHANGES }),
    ])
    const names = aliases.map(({ town, alias, village }) => `${town} ${alias} ${village}`)
    const mark = [...names, ...changes.map(({ no, version }) => `${no} ${version}`)].join('\n')
    if (mark === known) return
    known = mark
    current = listening(withChanges(withAliases(towns, aliases), changes), hearing)
  }

  return {
    current() {
      // while the database is away what is known goes on; it is asked again later
      if (now().getTime() - at > STALE_MS) refresh().catch(() => undefined)
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

/** Does a decision change what the townships are overlaid with? */
export const changesTowns = (decision: Decision): boolean =>
  parts(decision).some(
    ({ aliases = [], entries = [] }) => aliases.length > 0 || entries.some((entry) => isKind(entry, ...CHANGES)),
  )

const listening = (towns: readonly Town[], hearing: Hearing | null): readonly Town[] =>
  hearing ? towns.map((town) => ({ ...town, hearing })) : towns
