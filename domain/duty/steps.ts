import type { Duty, Town } from '../town.ts'
import { findStation, nameOf, withRole } from '../people/directory.ts'
import { holderOf } from './power.ts'
import { COMMAND_ROOM, KEPT, REVIEWERS, SOMEBODY, STEPS, type Whose } from './wording-steps.ts'

/** A step of an item: whose it is, and who is there. */
export type DutyStep = Readonly<{ step: string; unit: string; people: string }>

const SHOWN = 3
const MOST_UNITS = 8

/** 事项 → 步骤 → 单位 → 人: how an item is dealt with, by the duty list and the township's people. */
export function stepsOf(duty: Duty, town: Town): DutyStep[] {
  const steps = duty.mode === 'transfer' && holderOf(duty) === duty.lead ? KEPT : STEPS[duty.mode]
  return steps.flatMap(([step, whose]) =>
    unitsOf(whose, duty, town).map(({ unit, people }) => ({ step, unit, people })),
  )
}

type Unit = Omit<DutyStep, 'step'>

function unitsOf(whose: Whose, duty: Duty, town: Town): Unit[] {
  if (whose === 'command') return [{ unit: COMMAND_ROOM, people: names(withRole(town, 'dispatcher'), town) }]
  if (whose === 'review')
    return duty.review ? [{ unit: REVIEWERS, people: names(withRole(town, 'reviewer'), town) }] : []
  if (whose === 'assist') return duty.assist.slice(0, MOST_UNITS).map((id) => station(id, town))
  if (whose === 'approve') return duty.approve === null ? [] : [station(duty.approve, town)]
  if (whose === 'punish') {
    const holder = holderOf(duty)
    return [holder === null ? { unit: SOMEBODY, people: '' } : station(holder, town)]
  }
  return [station(duty[whose] ?? duty.lead, town)]
}

function station(id: string, town: Town): Unit {
  const found = findStation(town, id)
  const people = found ? [...(found.head ? [found.head] : []), ...found.duty] : []
  return { unit: found?.name ?? id, people: names([...new Set(people)], town) }
}

const names = (ids: readonly string[], town: Town): string =>
  ids
    .slice(0, SHOWN)
    .flatMap((id) => nameOf(town, id) ?? [])
    .join(' ')
