import type { Duty, Town } from '../town.ts'
import { stationNamed } from '../people/directory.ts'
import { holderOf, powerOf, type Power } from './power.ts'
import { AUTHORITY, SAID_FOR } from './wording-partner.ts'

/** Who is called in or gets a case: a unit of the township, or an authority outside it with the number to call. */
export type Partner = Readonly<{ station: string } | { name: string; phone: string | null }>

/** Whom the words of 吹哨 or 移送 name, and what is asked of him. */
export type Asked = Readonly<{ partner: Partner | null; note: string | null }>

/** The first word names the unit or the authority; where it does not, all of it is what is asked of the one the duty list names. */
export function askedOf(words: string, duty: Duty | null, lead: string | null, town: Town, day: string): Asked {
  const said = words.split(/[\s，,：:]+/u).filter(Boolean)
  const [first = '', ...others] = said
  const named = partnerNamed(first.replace(SAID_FOR, ''), town)
  const rest = named ? others : said
  return { partner: named ?? listed(duty, lead, town, day), note: rest.join(' ') || null }
}

function partnerNamed(word: string, town: Town): Partner | null {
  const station = stationNamed(town, word)
  if (station && word.length > 1) return { station: station.id }
  const channel = (town.channels ?? []).find(
    ({ name }) => word.length > 1 && (name.includes(word) || word.includes(name)),
  )
  if (channel) return { name: channel.name, phone: channel.phone || null }
  return AUTHORITY.test(word) ? { name: word, phone: null } : null
}

/** What was lent and is not any more, or not yet, is its owner’s. */
const isLent = ({ stop }: Power): boolean => stop === 'delegation-over' || stop === 'delegation-not-yet'

/** Who may punish by the duty list, where that is somebody else. */
function listed(duty: Duty | null, lead: string | null, town: Town, day: string): Partner | null {
  const power = duty && lead !== null ? powerOf(duty, lead, town, day) : null
  if (power?.holder && isLent(power)) return partnerNamed(power.holder, town) ?? { name: power.holder, phone: null }
  const holder = duty ? holderOf(duty) : null
  if (holder === null || holder === lead) return null
  return town.stations.some(({ id }) => id === holder) ? { station: holder } : { name: holder, phone: null }
}
