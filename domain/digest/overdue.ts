import type { Facts } from '../facts.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { findStation } from '../people/directory.ts'
import { isLate } from '../work/late.ts'
import type { Heard } from './heard.ts'

/** What one unit is late with; `unit` null = nobody has it yet. The longest wait comes first; `left` = how many come after these. */
export type UnitOverdue = Readonly<{ unit: string | null; count: number; items: readonly Facts[]; left: number }>

/** More of one unit nobody reads in a list of all; who asks for one unit reads more. */
const MOST = 5
const MOST_OF_ONE = 20

export const overdueOf = (heard: Heard, town: Town, now: Date, page?: Page): UnitOverdue[] =>
  byUnit(
    heard.tasks.filter((task) => isLate(task, now)),
    town,
    heard.facts,
    page,
  )

/** Which part of it: of one unit (its id), or of all of them; the first page is 1. */
export type Page = Readonly<{ unit: string | null; page: number }>

/** Grouped by who has it, most first. On the second page stands what did not fit on the first one. */
export function byUnit(
  tasks: readonly Task[],
  town: Town,
  facts: Heard['facts'],
  { unit, page }: Page = { unit: null, page: 1 },
): UnitOverdue[] {
  const size = unit === null ? MOST : MOST_OF_ONE
  const from = (page - 1) * size
  const leads = [...new Set(tasks.map(({ lead }) => lead))].filter((lead) => unit === null || lead === unit)
  const groups = leads.map((lead) => {
    const own = tasks.filter((task) => task.lead === lead).toSorted((a, b) => dueAt(a) - dueAt(b))
    const items = own.slice(from, from + size).map(facts)
    return {
      unit: findStation(town, lead)?.name ?? lead,
      count: own.length,
      items,
      left: Math.max(0, own.length - from - size),
    }
  })
  const shown = groups.filter(({ items }) => items.length > 0)
  return shown.toSorted((a, b) => b.count - a.count || ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1))
}

/** The deadline that was missed first. */
const dueAt = ({ holder, due, createdAt }: Task): number =>
  ((holder === null ? due.sign : undefined) ?? due.finish ?? createdAt).getTime()
