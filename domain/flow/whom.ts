import type { Station, Town } from '../town.ts'
import { namedFirst } from '../duty/named.ts'
import { findStation, onDuty, unique } from '../people/directory.ts'
import { hasAnybody } from '../route/fallback.ts'
import { ALL_UNITS, BRIGADE_TOO, NOBODY, ONLY_BRIGADE } from './wording-flow.ts'

/** Whom the words of 转发 name, and what is said of the paper; or a name that could not be told, and what may be meant. */
export type PaperFor =
  | Readonly<{ ok: true; to: readonly string[] | null; rest: string }>
  | Readonly<{ ok: false; said: string; maybe: readonly string[] }>

const after = (words: string, found: RegExp): string | null =>
  found.test(words) ? words.replace(found, '').replace(/^[\s、，,：:]+/u, '') : null

/** 「全体 …」, 「城管中队、派出所 …」: the units stand first; without any, `to` is null. */
export function unitsFirst(words: string, town: Town): PaperFor {
  const text = words.trim()
  const all = after(text, BRIGADE_TOO) ?? after(text, ALL_UNITS)
  if (all !== null) return { ok: true, to: town.stations.map(({ id }) => id), rest: all }
  const own = after(text, ONLY_BRIGADE)
  if (own !== null) return { ok: true, to: brigades(town), rest: own }
  const { partners, unsure, rest } = namedFirst(text, town)
  if (unsure) return { ok: false, said: unsure.said, maybe: unsure.maybe.map(({ name }) => name) }
  const outside = partners.flatMap((each) => ('station' in each ? [] : [each.name]))
  if (outside[0]) return { ok: false, said: outside[0], maybe: [] }
  const to = partners.flatMap((each) => ('station' in each ? [each.station] : []))
  return { ok: true, to: to.length > 0 ? unique(to) : null, rest }
}

export const saysNobody = (words: string): boolean => NOBODY.test(words.trim())

const brigades = ({ stations }: Town): string[] => stations.filter(({ kind }) => kind === 'brigade').map(({ id }) => id)

/** The brigade always gets it; the sender's own unit has it, unless it is the only one. */
export function unitsOf(to: readonly string[], from: string | null, town: Town): readonly string[] {
  const all = unique([...brigades(town), ...to])
  const others = all.filter((id) => id !== from)
  return others.length > 0 ? others : all
}

/** The people on duty and the head of each unit; where a unit names neither, all its people. Not the sender. */
export function readersOf(to: readonly string[], town: Town, by: string, now: Date): readonly string[] {
  const all = to.flatMap((id) => {
    const station = findStation(town, id)
    return station ? peopleOf(station, town, now) : []
  })
  return unique(all).filter((userid) => userid !== by)
}

export function peopleOf(station: Station, town: Town, now: Date): readonly string[] {
  const named = unique([...onDuty(town, station, now), ...(station.head ? [station.head] : [])])
  return named.length > 0 ? named : town.people.filter((each) => each.station === station.id).map((each) => each.userid)
}

/** Units in which nobody would hear of it. */
export const emptyOf = (to: readonly string[], town: Town, now: Date): string[] =>
  to.filter((id) => !hasAnybody(town, id, now)).map((id) => findStation(town, id)?.name ?? id)
