import type { Duty, Station, Town } from '../town.ts'
import { mentioned, namedFirst, type Partner } from './named.ts'
import { holderOf, powerOf, type Power } from './power.ts'

export type { Partner } from './named.ts'

/** Whom the words of 吹哨 or 移送 name, and what is asked of them; or what could not be told, with the units that may be meant. */
export type Asked =
  | Readonly<{ ok: true; partners: readonly Partner[]; note: string | null }>
  | Readonly<{ ok: false; said: string; maybe: readonly string[] }>

/**
 * The words begin with those who are asked; where they do not, all of it is what is asked of the one the duty list names.
 * Nobody is told in place of somebody else: a name that is none, or one further on, is asked about.
 */
export function askedOf(words: string, duty: Duty | null, lead: string | null, town: Town, day: string): Asked {
  const { partners, unsure, rest } = namedFirst(words, town)
  if (unsure) return { ok: false, said: unsure.said, maybe: unsure.maybe.map(nameOf) }
  if (partners.length > 0) return { ok: true, partners: others(partners, lead), note: rest || null }
  const listed = listedFor(duty, lead, town, day)
  const meant = mentioned(words, town).filter(({ id }) => id !== lead)
  const same = meant.every(({ id }) => listed !== null && 'station' in listed && listed.station === id)
  if (!same) return { ok: false, said: '', maybe: meant.map(nameOf) }
  return { ok: true, partners: listed ? [listed] : [], note: rest || null }
}

const nameOf = ({ name }: Station): string => name

/** Each once; who leads is there already, unless nobody else is named. */
function others(partners: readonly Partner[], lead: string | null): readonly Partner[] {
  const once = [...new Map(partners.map((each) => ['station' in each ? each.station : each.name, each])).values()]
  const called = once.filter((each) => !('station' in each) || each.station !== lead)
  return called.length > 0 ? called : once
}

/** What was lent and is not any more, or not yet, is its owner’s. */
const isLent = ({ stop }: Power): boolean => stop === 'delegation-over' || stop === 'delegation-not-yet'

/** Who may punish by the duty list, where that is somebody else. */
function listedFor(duty: Duty | null, lead: string | null, town: Town, day: string): Partner | null {
  const power = duty && lead !== null ? powerOf(duty, lead, town, day) : null
  if (power?.holder && isLent(power))
    return namedFirst(power.holder, town).partners[0] ?? { name: power.holder, phone: null }
  const holder = duty ? holderOf(duty) : null
  if (holder === null || holder === lead) return null
  return town.stations.some(({ id }) => id === holder) ? { station: holder } : { name: holder, phone: null }
}
