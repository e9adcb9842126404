import type { Duty, DutyMode, Town } from '../town.ts'
import type { Ask } from './kinds.ts'
import type { Template } from './template.ts'
import { holderOf } from '../duty/power.ts'
import { findStation } from '../people/directory.ts'
import { isInForce } from '../route/match.ts'
import { squeeze } from '../text/fold.ts'
import { shuffled } from '../text/lot.ts'
import { withOptions } from './options.ts'
import { LAW_TITLE, OF_THE_STATE, titled } from './wording-law.ts'

const MODES: readonly DutyMode[] = ['own', 'joint', 'transfer', 'refer']

/** Items in force on the day that only one line of the list is called by: of two lines with one name no question has one answer. */
export function itemsOn({ duties }: Town, day: string): Duty[] {
  const inForce = duties.filter((duty) => isInForce(duty, day))
  const names = inForce.map(({ name }) => squeeze(name))
  return inForce.filter(({ name }) => names.filter((each) => each === squeeze(name)).length === 1)
}

/** What the duty list of the day says of an item: who leads, who helps, how it is dealt with, who may punish, by which law. */
export function listTemplates(duty: Duty, town: Town, day: string): Template[] {
  const of = (ask: Ask) => base(ask, duty)
  const make = (ask: Ask, right: string | null, wrong: readonly string[]): Template => ({
    key: of(ask).key,
    make: (seed) => (right === null ? null : withOptions(of(ask), right, wrong, seed)),
  })
  return [
    make('lead', unitName(duty.lead, town), unitsBut([duty.lead], town)),
    assistTemplate(duty, town),
    make('mode', duty.mode, MODES),
    make('punish', punisher(duty, town), unitsBut([holderOf(duty), ...lentTo(duty, town)], town)),
    basisTemplate(duty, town, day),
  ]
}

/** Whom of several helpers is the right option hangs on who is asked. */
function assistTemplate(duty: Duty, town: Town): Template {
  const helpers = duty.assist.flatMap((id) => unitName(id, town) ?? [])
  const wrong = unitsBut([duty.lead, ...duty.assist], town)
  const make: Template['make'] = (seed) => {
    const [right] = shuffled(helpers, seed, (name) => name)
    return right === undefined ? null : withOptions(base('assist', duty), right, wrong, seed)
  }
  return { key: base('assist', duty).key, make }
}

/** Titles of laws: none of the wrong ones stands in the basis of this item. */
function basisTemplate(duty: Duty, town: Town, day: string): Template {
  const own = lawsOf(duty)
  const others = itemsOn(town, day)
    .flatMap(lawsOf)
    .filter((law) => !own.includes(law))
  const [right] = own
  const make: Template['make'] = (seed) =>
    right === undefined ? null : withOptions(base('basis', duty), right, others, seed)
  return { key: base('basis', duty).key, make }
}

const base = (ask: Ask, { code, name, legalBasis }: Duty) =>
  ({ key: `${ask}:${code}`, ask, about: name, level: null, basis: legalBasis }) as const

export const unitName = (id: string | null, town: Town): string | null => findStation(town, id)?.name ?? null

/** Names of the other units; a unit that is called like one of these is no wrong answer. */
export function unitsBut(ids: readonly (string | null)[], town: Town): string[] {
  const names = ids.flatMap((id) => unitName(id, town) ?? [])
  return town.stations.map(({ name }) => name).filter((name) => !names.includes(name))
}

/** Units the power over the item was ever lent to are no wrong answers. */
const lentTo = ({ code }: Duty, { delegations = [] }: Town): string[] =>
  delegations.filter(({ items }) => items.includes(code)).map(({ to }) => to)

function punisher(duty: Duty, town: Town): string | null {
  const holder = holderOf(duty)
  return holder === null ? null : (unitName(holder, town) ?? holder)
}

const lawsOf = ({ legalBasis }: Duty): string[] =>
  [...legalBasis.matchAll(LAW_TITLE)].map(([, name = '']) => titled(name.replace(OF_THE_STATE, '')))
