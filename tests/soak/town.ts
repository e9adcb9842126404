import { castOf } from '../../config/cast.ts'
import { loadTowns } from '../../config/township/load.ts'
import type { Calendar } from '../../domain/calendar/calendar.ts'
import type { Town } from '../../domain/town.ts'
import { villages } from '../../bench/town.ts'
import type { Cast } from './phones/protocol.ts'

export type Place = Readonly<{
  towns: readonly Town[]
  calendar: Calendar
  town: Town
  villagers: readonly string[]
  /** of the staff: who uses the self-built app, and never wrote to the AI bot */
  inApp: ReadonlySet<string>
  cast: Cast
}>

/** The sample township with as many villages as a county, so that what is reported is seldom known already. */
export async function soakTown(villagerCount: number, at: Date): Promise<Place> {
  const loaded = await loadTowns('config/town')
  const town = loaded.ok ? loaded.towns[0] : undefined
  if (!loaded.ok || !town) throw new Error('the sample township is broken')
  const grown = { ...town, villages: [...town.villages, ...villages] }
  const villagers = Array.from({ length: villagerCount }, (_, n) => `v-${n + 1}`)
  const inApp = new Set(town.people.flatMap(({ userid }, n) => (n % 3 === 2 ? [userid] : [])))
  const staff = town.people.map(({ userid, name }) => ({ userid, name, label: name }))
  const others = villagers.map((userid) => ({ userid, name: userid, label: userid }))
  const acquainted = [...villagers, ...town.people.map(({ userid }) => userid).filter((id) => !inApp.has(id))]
  return {
    towns: [grown],
    calendar: loaded.calendar,
    town: grown,
    villagers,
    inApp,
    cast: { phones: [...others, ...staff], groups: castOf([grown]).groups, acquainted, at: at.getTime() },
  }
}
