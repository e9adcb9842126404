import { LOOKED_AT, squeeze } from '../text/fold.ts'
import type { Duty, Station, Town } from '../town.ts'
import { isInForce } from './match.ts'

const COUNT = 3
/** more than any text can share with a duty list */
const FIRST = 1e9

/** Pairs of neighbouring characters → the duty items they occur in. */
const indexes = new WeakMap<readonly Duty[], ReadonlyMap<string, readonly Duty[]>>()

/**
 * The three stations to offer when unsure: `first` in their order (those that tied, or what the classifier thinks), then by how much of the text their duty items share,
 * then in the township's order. At least one of them is not a department, for a department alone does not go and look.
 */
export function candidates(text: string, town: Town, day: string, first: readonly string[] = []): string[] {
  const shared = shares(text, town, day)
  const rank = ({ id }: Station) => (first.includes(id) ? FIRST - first.indexOf(id) : (shared.get(id) ?? 0))
  const ranked = town.stations.toSorted((a, b) => compare(rank(b), rank(a)))
  const best = ranked.slice(0, COUNT)
  const onSite = ranked.find(({ kind }) => kind !== 'department')
  const needed = onSite && !best.includes(onSite) ? [...best.slice(0, COUNT - 1), onSite] : best
  return needed.map(({ id }) => id)
}

/** How much of the text each lead station's items know; a pair that all of them know says nothing about any. */
function shares(text: string, town: Town, day: string): Map<string, number> {
  const index = indexOf(town.duties)
  const sums = new Map<string, number>()
  for (const pair of new Set(pairs(squeeze(text.slice(0, LOOKED_AT))))) {
    const leads = new Set((index.get(pair) ?? []).filter((duty) => isInForce(duty, day)).map(({ lead }) => lead))
    for (const lead of leads) sums.set(lead, (sums.get(lead) ?? 0) + 1 / leads.size)
  }
  return sums
}

function indexOf(duties: readonly Duty[]): ReadonlyMap<string, readonly Duty[]> {
  const known = indexes.get(duties)
  if (known) return known
  const built = new Map<string, Duty[]>()
  for (const duty of duties) for (const pair of pairsOf(duty)) built.set(pair, [...(built.get(pair) ?? []), duty])
  indexes.set(duties, built)
  return built
}

function pairsOf(duty: Duty): Set<string> {
  return new Set([duty.name, duty.category, ...duty.keywords].map(squeeze).flatMap(pairs))
}

function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)).filter((pair) =>
    /^[\p{L}\p{N}]{2}$/u.test(pair),
  )
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
