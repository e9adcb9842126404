import type { Role, Town } from '../town.ts'
import type { Accused } from '../understand/accused.ts'

/**
 * 回避: may the case go where the rules send it? Those who stand in its way, or null.
 * Where nobody is sure who leads, whoever is accused stands in the way, and who hears of every case always does.
 */
export function conflictOf(
  accused: Accused,
  sentTo: Readonly<{ lead: string | null; officer: string | null }>,
  town: Town,
): Accused | null {
  const stations = stationsOf(accused, town)
  const stands =
    sentTo.lead === null
      ? stations.length + accused.people.length > 0
      : stations.includes(sentTo.lead) || accused.people.some((id) => id === sentTo.officer || hearsAll(id, town))
  return stands ? { stations, people: accused.people } : null
}

const HEAR_ALL: readonly Role[] = ['dispatcher', 'leader', 'supervisor']

const hearsAll = (id: string, { people }: Town): boolean =>
  people.some(({ userid, roles }) => userid === id && roles.some((role) => HEAR_ALL.includes(role)))

/** The accused units, and those the accused people work in. */
export function stationsOf({ stations, people }: Accused, town: Town): readonly string[] {
  const theirs = town.people.filter(({ userid }) => people.includes(userid)).flatMap(({ station }) => station ?? [])
  return [...new Set([...stations, ...theirs])]
}
