import { calendarSigns } from '../../domain/alarm/signs.ts'
import type { Group, Town } from '../../domain/town.ts'
import type { Env } from '../env.ts'
import { loadTowns } from '../township/load.ts'
import { wordingDoctor as words } from '../wording-doctor.ts'
import { type Check, checkOf, fine, warning } from './check.ts'
import { checkOfSign } from './signs.ts'

/** Every fault and warning of the township folder, or what it holds. `today` is YYYY-MM-DD. */
export async function checkTowns(env: Env, today: string): Promise<Check[]> {
  const read = await loadTowns(env.townConfig, today)
  const warnings = read.warnings.map((fault) => checkOf(words.names.town, 'warn', fault))
  if (!read.ok) return [...read.faults.map((fault) => checkOf(words.names.town, 'bad', fault)), ...warnings]
  const towns = read.towns.map(({ name, stations, duties, villages }) =>
    fine(words.names.town, words.town(name, stations.length, duties.length, villages.length)),
  )
  return [
    ...towns,
    ...calendarOf(read.calendar.years.map(({ year }) => year)),
    ...muteGroups(env, read.towns),
    ...warnings,
  ]
}

/** A single year that is missing is among the warnings. */
const calendarOf = (years: readonly number[]): Check[] =>
  years.length === 0
    ? calendarSigns(null, new Date(0)).map(checkOfSign)
    : [fine(words.names.calendar, words.calendar(years))]

/** Groups into which no configured channel can write; the demo has a door to every one. */
function muteGroups({ demo, aibot, app }: Env, towns: readonly Town[]): Check[] {
  if (demo) return []
  const hasApp = app !== null && app.agentId !== null
  const reached = ({ aibotChatid, webhookKey, appchatId }: Group): boolean =>
    (aibot !== null && aibotChatid !== null) || webhookKey !== null || (hasApp && appchatId !== null)
  const mute = towns.flatMap(({ groups }) => groups.filter((group) => !reached(group)).map(({ name }) => name))
  return mute.length === 0
    ? []
    : [warning(words.names.town, words.muteGroups([...new Set(mute)]), words.muteGroupsMend)]
}
