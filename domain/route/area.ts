import type { Place } from '../task.ts'
import type { Area, Duty, Station, Town } from '../town.ts'
import { isAway, rosteredOn } from '../people/shift.ts'

/** Who looks after a piece of the township for a unit. */
export type Assigned = Readonly<{ station: string; person: string; deputy: string | null }>

type Asked = Readonly<{ village: string; grid: string; item: string | null; category: string | null }>
type Rule = Readonly<{ area: (asked: Asked) => string | null; matter: (asked: Asked) => string | null }>

const ANY = '*'
const village = ({ village: code }: Asked) => code
const grid = ({ grid: name }: Asked) => name || null
const item = ({ item: code }: Asked) => code
const category = ({ category: name }: Asked) => name || null
const whatever = () => ANY

/** The first rule a line of areas.csv fits decides: the smaller piece of land first, then the narrower matter. */
const RULES: readonly Rule[] = [
  { area: village, matter: item },
  { area: village, matter: category },
  { area: village, matter: whatever },
  { area: grid, matter: item },
  { area: grid, matter: category },
  { area: grid, matter: whatever },
  { area: whatever, matter: item },
  { area: whatever, matter: category },
]

/** An item in one piece of land: only this is narrow enough to go before the duty list. */
const BY_ITEM: readonly Rule[] = [
  { area: village, matter: item },
  { area: grid, matter: item },
]

/**
 * The officer of the area for a case that goes to `lead`: by areas.csv, else the officer of the village if he works there,
 * else null. On a day the roster leaves him out and has his deputy, or on which he is on leave, the deputy acts; where both
 * are on leave, nobody of the area does.
 */
export function assignArea(
  town: Town,
  duty: Duty | null,
  place: Place | null,
  day: string,
  lead: string | null = duty?.lead ?? null,
): Assigned | null {
  const station = town.stations.find(({ id }) => id === lead)
  const where = town.villages.find(({ code }) => code === place?.code)
  if (!station || !where) return null
  const asked = { village: where.code, grid: where.grid, item: duty?.code ?? null, category: duty?.category ?? null }
  const lines = (town.areas ?? []).filter((line) => line.station === station.id && worksAt(town, station, line.person))
  const line = RULES.flatMap((rule) => lines.find((each) => fits(each, rule, asked)) ?? [])[0]
  if (line) return acting(town, station, line, day)
  const { officer } = where
  return officer !== null && worksAt(town, station, officer) && !isAway(town, officer, day)
    ? { station: station.id, person: officer, deputy: null }
    : null
}

/** Who leads an item in a piece of the township, where areas.csv gives it to another unit by name; null where the duty list decides. */
export function areaLead(town: Town, duty: Duty, place: Place | null): string | null {
  const where = town.villages.find(({ code }) => code === place?.code)
  if (!where) return null
  const asked = { village: where.code, grid: where.grid, item: duty.code, category: null }
  const lines = (town.areas ?? []).filter(({ station }) => town.stations.some(({ id }) => id === station))
  const line = BY_ITEM.flatMap((rule) => lines.find((each) => fits(each, rule, asked)) ?? [])[0]
  return line?.station ?? null
}

function fits(line: Area, rule: Rule, asked: Asked): boolean {
  return line.area === rule.area(asked) && line.matter === rule.matter(asked)
}

function worksAt(town: Town, station: Station, userid: string): boolean {
  return town.people.some((person) => person.userid === userid && person.station === station.id)
}

function acting(town: Town, station: Station, { person, deputy }: Area, day: string): Assigned | null {
  const rostered = rosteredOn(town, station, day)
  const isThere = (userid: string) => !isAway(town, userid, day)
  const acts =
    deputy !== null &&
    isThere(deputy) &&
    (!isThere(person) || (!rostered.includes(person) && rostered.includes(deputy)))
  if (acts) return { station: station.id, person: deputy, deputy: person }
  return isThere(person) ? { station: station.id, person, deputy } : null
}
