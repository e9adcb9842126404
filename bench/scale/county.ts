import type { Calendar } from '../../domain/calendar/calendar.ts'
import type { Duty, Group, Person, Station, Town } from '../../domain/town.ts'
import { loadTowns } from '../../config/township/load.ts'
import { VILLAGES } from '../town.ts'

export const TOWNS = 13
const VILLAGES_IN_ALL = 304
/** 195 in the county */
const UNITS = 15
/** of a township: what is reported twice within a fortnight is joined, and no case of its own */
const ITEMS = 60
/** Sees the boards of all townships. */
export const COUNTY = 'u-county'

export type County = Readonly<{ towns: readonly Town[]; calendar: Calendar }>

/** As many townships, villages and units as a county has, each made of the sample township, with its clocks and its ladder. */
export async function county(): Promise<County> {
  const loaded = await loadTowns('config/town')
  const sample = loaded.ok ? loaded.towns[0] : undefined
  if (!loaded.ok || !sample) throw new Error('the sample township is broken')
  const years = new Set(loaded.calendar.years.map(({ year }) => year))
  // with every year known no deadline is 暂定
  const plain = [2024, 2025, 2026, 2027].filter((year) => !years.has(year))
  const calendar = {
    years: [...loaded.calendar.years, ...plain.map((year) => ({ year, off: [], work: [], source: '' }))],
  }
  return { towns: Array.from({ length: TOWNS }, (_, n) => township(sample, n)), calendar }
}

const codeOf = (n: number): string => `T${String.fromCharCode(65 + n)}`
/** who signs and finishes what a unit leads */
export const officerOf = (unit: string): string => `u-${unit}`
export const dispatcherOf = (town: string): string => `u-${town}-room`

function township(sample: Town, n: number): Town {
  const code = codeOf(n)
  const units = Array.from({ length: UNITS }, (_, unit) => `${code}-${unit}`)
  const [station] = sample.stations
  const [duty] = sample.duties
  if (!station || !duty) throw new Error('the sample township is empty')
  const group = (id: string): Group => ({ id, name: id, aibotChatid: `wr-${id}`, webhookKey: null, appchatId: null })
  return {
    ...sample,
    ...{
      code,
      name: `${code}镇`,
      commandRoom: `g-${code}-room`,
      leaders: `g-${code}-leaders`,
      areas: [],
      landmarks: [],
    },
    ...{ roster: [], assets: [], fallback: { station: units[0] ?? null, group: null } },
    stations: units.map((id): Station => ({
      ...station,
      id,
      name: `${id}所`,
      head: null,
      duty: [officerOf(id)],
      group: `g-${id}`,
    })),
    people: peopleOf(code, units),
    groups: [`g-${code}-room`, `g-${code}-leaders`, ...units.map((id) => `g-${id}`)].map(group),
    duties: Array.from({ length: ITEMS }, (_, item): Duty => dutyOf(duty, item, units[item % UNITS] ?? '')),
    villages: villagesOf(n),
  }
}

function dutyOf(duty: Duty, item: number, lead: string): Duty {
  const bounds = { validFrom: null, validUntil: null, mentorUntil: null, mentor: null, proof: null }
  return { ...duty, ...bounds, code: `D${item}`, name: `占道${item}类`, keywords: [keyword(item)], lead, assist: [] }
}

const none = { licence: null, licenceUntil: null }

function peopleOf(code: string, units: readonly string[]): readonly Person[] {
  return [
    ...units.map((station): Person => ({
      ...none,
      userid: officerOf(station),
      name: `队员${station}`,
      station,
      roles: ['officer'],
    })),
    ...[dispatcherOf(code), COUNTY].map((userid): Person => ({
      ...none,
      userid,
      name: userid,
      station: null,
      roles: ['dispatcher'],
    })),
  ]
}

/** Whose turn it is goes round the county, so that each has 23 or 24. */
const villagesOf = (town: number) =>
  VILLAGES.slice(0, VILLAGES_IN_ALL)
    .filter((_, n) => n % TOWNS === town)
    .map((name, n) => ({ code: `V${town}-${n}`, name, aliases: [], grid: '', officer: null, lat: null, lng: null }))

const keyword = (item: number): string => `第${item}类摊`

/** What the n-th villager tells: the townships, their villages and their items in turn. */
export function reportText(n: number): string {
  const village = VILLAGES[n % VILLAGES_IN_ALL] ?? ''
  const item = Math.floor(n / VILLAGES_IN_ALL) % ITEMS
  return `${village}村口有人占道摆摊${keyword(item)}，已经好几天了，早上六点就摆出来，三轮车都过不去，麻烦派人来看看`
}
