import type { Facts } from '../facts.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { dayOf } from '../calendar/zone.ts'
import type { Heard } from './heard.ts'
import { NEEDS, type NeedId, type Readers } from './needs.ts'
import { byUnit, type UnitOverdue } from './overdue.ts'
import { hintsOf, type Hint } from './spots.ts'
import type { Edition } from './times.ts'
import { isLate } from '../work/late.ts'

/** What a card is made of: everything open, and every case of the time hints look back to. */
export type Material = Readonly<{ open: readonly Task[]; recent: readonly Task[]; counts: Counts }>

/** What came and what was finished in the time a card speaks of, and what is open now. */
export type Counts = Readonly<{ opened: number; finished: number; open: number }>

/** Cases below one heading: some of them, and how many there are; unit by unit where that says more. */
export type Need = Readonly<{ id: NeedId; count: number; items: readonly Facts[]; units: readonly UnitOverdue[] }>

/** What its readers must look at. `alone` = how many more cases are not spoken of in this group. */
export type Brief = Readonly<{
  town: string
  readers: Readers
  edition: Edition | 'asked'
  /** YYYY-MM-DD */
  day: string
  needs: readonly Need[]
  counts: Counts
  hints: readonly Hint[]
  alone: number
  /** how many of those he may be told of are late, whether they need him or not */
  late: number
}>

/** `heard` = what may be said of cases where it is read. */
type Asked = Readonly<{ readers: Readers; edition: Brief['edition']; heard: (tasks: readonly Task[]) => Heard }>

/** Named one by one; the rest is counted. */
const MOST = 5
/** Lines of a card. */
const LINES = 6

/** What needs these readers. `since`: hints that were true before are not said again; null = all of them. */
export function briefFor(asked: Asked, town: Town, material: Material, world: World, since: Date | null): Brief {
  const { readers, edition, heard } = asked
  const open = heard(material.open)
  const hints = hintsOf(heard(material.recent).plain, town, world.now)
  return {
    town: town.name,
    readers,
    edition,
    day: dayOf(world.now),
    needs: needsOf(readers, open, town, world),
    counts: material.counts,
    hints: hints.filter(({ at }) => since === null || new Date(at) > since),
    late: open.tasks.filter((task) => isLate(task, world.now)).length,
    alone: open.hidden.filter((task) => NEEDS[readers].some(({ fits }) => fits(task, { ...world, town }))).length,
  }
}

function needsOf(readers: Readers, { tasks, facts }: Heard, town: Town, { calendar, now }: World): Need[] {
  const seen = new Set<string>()
  return NEEDS[readers].flatMap(({ id, units, fits }) => {
    const found = tasks.filter((task) => !seen.has(task.id) && fits(task, { town, calendar, now }))
    for (const task of found) seen.add(task.id)
    return found.length === 0 ? [] : [needOf(id, found, units ? byUnit(found, town, facts) : [], facts)]
  })
}

function needOf(id: NeedId, found: readonly Task[], units: Need['units'], facts: Heard['facts']): Need {
  const oldest = found.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.seq - b.seq)
  return { id, count: found.length, items: oldest.slice(0, MOST).map(facts), units }
}

/** Is there anything to look at? What only goes on is none. */
export const isQuiet = ({ needs, hints, alone }: Brief): boolean => needs.length + hints.length + alone === 0

/** Cases that stand on its card with their place and a button; the others are only counted there. */
const MOST_NAMED = 3

/** Those cases, most pressing first, as far as the card has lines for them; none that is not to be opened in this group. */
export function namedOn({ needs, alone }: Pick<Brief, 'needs' | 'alone'>): readonly Facts[] {
  const room = LINES - needs.length - (alone > 0 ? 1 : 0)
  const open = needs.flatMap(({ items }) => items.filter(({ sealed }) => !sealed))
  return open.slice(0, Math.min(MOST_NAMED, room))
}
