import type { Station, Town } from '../town.ts'
import { KNOWN_AS, TOO_VAGUE, UNIT_TAIL } from './wording-called.ts'

/** The units a word may mean: one by its id, name or alias; else all that people call so (城管, 环保所, 110). */
export function stationsCalled(
  word: string,
  { name: town, stations }: Pick<Town, 'name' | 'stations'>,
): readonly Station[] {
  const asked = word.startsWith(town) ? word.slice(town.length) : word
  const exact = stations.filter(({ id, name, aliases }) => [id, name, ...(aliases ?? [])].includes(asked))
  if (exact.length > 0) return exact
  const stem = asked.replace(UNIT_TAIL, '') || asked
  if (stem.length < 2 || TOO_VAGUE.test(asked)) return []
  const known = KNOWN_AS.flatMap(({ said, of }) =>
    said.test(stem) ? stations.filter(({ name, kind }) => (typeof of === 'string' ? kind === of : of.test(name))) : [],
  )
  return known.length > 0 ? known : stations.filter(({ name }) => name.includes(stem))
}
