import type { Duty, Station, Town } from '../town.ts'
import { itemsFor } from '../duty/find.ts'
import { stationsCalled } from '../people/called.ts'
import { findStation, unique } from '../people/directory.ts'
import { ABOUT_IT, ASK_ANYWAY } from './wording-flow.ts'

/** What 查许可 asks: whose permit, about which matter, and of which unit, as far as the words say. */
export type PermitWanted = Readonly<{
  holder: string
  matter: string | null
  of: Station | null
  /** ask the unit although the list knows the name */
  anyway: boolean
  /** a word that may mean several units */
  maybe: readonly string[]
}>

/** 店名或人名 [事项] [单位] [核实]: the name stands first, a unit or an item of the duty list behind it. */
export function wantedPermit(words: string, town: Town, day: string): PermitWanted {
  const anyway = ASK_ANYWAY.test(words.trim())
  const tokens = words
    .trim()
    .replace(ASK_ANYWAY, '')
    .split(/[\s,，、]+/u)
    .filter(Boolean)
  const [name = '', ...more] = tokens
  const named = more.map((word) => ({ word, units: stationsCalled(word, town) }))
  const unit = named.find(({ units }) => units.length > 0)
  const [of = null, ...others] = unit?.units ?? []
  const rest = named.filter((each) => each !== unit).map(({ word }) => word)
  const matter = rest.join(' ') || null
  const sure = others.length === 0
  const maybe = sure ? [] : (unit?.units ?? []).map((each) => each.name)
  const found = sure ? (of ?? approves(matter, town, day)) : null
  return { holder: name.replace(ABOUT_IT, ''), matter, of: found, anyway, maybe }
}

/** Who grants what the matter is about. */
function approves(matter: string | null, town: Town, day: string): Station | null {
  const [duty] = matter === null ? [] : itemsFor(matter, town, day)
  return duty ? grantsFor(duty, town) : null
}

export const grantsFor = ({ approve }: Pick<Duty, 'approve'>, town: Town): Station | null => findStation(town, approve)

/** Units that grant something by the duty list: who may be asked. */
export const granting = (town: Town): string[] =>
  unique(town.duties.flatMap((duty) => grantsFor(duty, town)?.name ?? [])).slice()
