import type { Facts } from '../facts.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { factsOf } from '../case/facts.ts'
import { findStation } from '../people/directory.ts'
import { isLate } from '../work/late.ts'

/** What one unit is late with; `unit` null = nobody has it yet. The longest wait comes first. */
export type UnitOverdue = Readonly<{ unit: string | null; count: number; items: readonly Facts[] }>

/** More of one unit nobody reads in a list. */
const MOST = 5

export const overdueOf = (tasks: readonly Task[], town: Town, now: Date): UnitOverdue[] =>
  byUnit(
    tasks.filter((task) => isLate(task, now)),
    town,
  )

/** Grouped by who has it, most first. */
export function byUnit(tasks: readonly Task[], town: Town): UnitOverdue[] {
  const leads = [...new Set(tasks.map(({ lead }) => lead))]
  const groups = leads.map((lead) => {
    const own = tasks.filter((task) => task.lead === lead).toSorted((a, b) => dueAt(a) - dueAt(b))
    const items = own.slice(0, MOST).map((task) => factsOf(task, town))
    return { unit: findStation(town, lead)?.name ?? lead, count: own.length, items }
  })
  return groups.toSorted((a, b) => b.count - a.count || ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1))
}

/** The deadline that was missed first. */
const dueAt = ({ holder, due, createdAt }: Task): number =>
  ((holder === null ? due.sign : undefined) ?? due.finish ?? createdAt).getTime()
