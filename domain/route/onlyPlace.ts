import { squeeze } from '../text/fold.ts'
import type { Village } from '../town.ts'

const known = new WeakMap<readonly Village[], ReadonlySet<string>>()

/** Is a text the name of a village or of a place in one, and no word more? */
export function isOnlyPlace(text: string, villages: readonly Village[]): boolean {
  const names = known.get(villages) ?? new Set(villages.flatMap(({ name, aliases }) => [name, ...aliases].map(squeeze)))
  known.set(villages, names)
  return names.has(squeeze(text))
}
