import type { Numbered } from '../facts.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { toMs } from '../calendar/duration.ts'
import { findStation } from '../people/directory.ts'
import { maskFor } from '../privacy/mask.ts'
import { OPEN_STAGES } from '../task.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import { counted } from './counted.ts'

/** Where something happens again and again: to be dealt with before the next one complains 未诉先办. */
export type Hint = Readonly<{
  /** one matter at one place, or many matters at one place */
  what: 'repeat' | 'spot'
  place: string
  /** the matter; of a place with many, the most frequent ones */
  items: readonly string[]
  count: number
  open: number
  /** the newest one that is open, and the newest of all */
  openCase: Numbered | null
  newest: Numbered | null
  /** who had the last one */
  unit: string | null
  /** when the last one came, ISO */
  at: string
}>

const NAMED = 3
const MOST = 10

/** From when on cases count. */
export const hintsSince = ({ policy }: Pick<Town, 'policy'>, now: Date): Date =>
  new Date(now.getTime() - toMs(ruleOf(policy, 'repeat.within', dayOf(now))))

/** Same place and matter at least so often within the time of the rule; then places with many cases of any kind. */
export function hintsOf(tasks: readonly Task[], town: Town, now: Date): Hint[] {
  const today = dayOf(now)
  const since = hintsSince(town, now)
  const seen = tasks.filter((task) => task.createdAt >= since && isSeen(task)).toSorted(newestFirst)
  const repeats = groups(seen, ({ item, ...task }) => item && `${placeKey(task)}|${item}`)
    .filter((group) => group.length >= ruleOf(town.policy, 'repeat.most', today))
    .flatMap((group) => hintOf('repeat', group, town))
  const spots = groups(seen, placeKey)
    .filter((group) => group.length >= ruleOf(town.policy, 'hotspot.most', today) && !isOneMatter(group, repeats))
    .flatMap((group) => hintOf('spot', group, town))
  return [...repeats.toSorted(mostFirst).slice(0, MOST), ...spots.toSorted(mostFirst).slice(0, MOST)]
}

/** All cases of the place are of one matter, and that is said already. */
function isOneMatter(group: readonly Task[], repeats: readonly Hint[]): boolean {
  const said = repeats.some(({ count, newest }) => count === group.length && newest?.caseNo === group[0]?.caseNo)
  return said && new Set(group.map(({ item }) => item)).size === 1
}

/** What was joined to another case is that one; nothing that was told in confidence is counted at a place. */
const isSeen = ({ mergedInto, stage, shield, place }: Task): boolean =>
  mergedInto === null && stage !== 'withdrawn' && shield !== 'confidential' && place !== null

const placeKey = ({ place }: Pick<Task, 'place'>): string => place?.code ?? place?.name ?? ''

function groups(tasks: readonly Task[], keyOf: (task: Task) => string | null): Task[][] {
  const found = new Map<string, Task[]>()
  for (const task of tasks) {
    const key = keyOf(task)
    const group = key && found.get(key)
    if (group) group.push(task)
    else if (key) found.set(key, [task])
  }
  return [...found.values()]
}

function hintOf(what: Hint['what'], group: readonly Task[], town: Town): Hint[] {
  const [newest] = group
  if (!newest) return []
  const items = group.flatMap(({ item }) => town.duties.find(({ code }) => code === item)?.name ?? [])
  return [
    {
      what,
      place: placeOf(newest, town),
      items: counted(items, NAMED).map(({ name }) => name),
      count: group.length,
      open: group.filter(isOpen).length,
      openCase: numbered(group.find(isOpen)),
      newest: numbered(newest),
      unit: findStation(town, newest.lead)?.name ?? null,
      at: newest.createdAt.toISOString(),
    },
  ]
}

const numbered = (task: Task | undefined): Numbered | null =>
  task ? { caseNo: task.caseNo, stage: task.stage, level: task.level } : null

const isOpen = ({ stage }: Task): boolean => (OPEN_STAGES as readonly string[]).includes(stage)

/** The village as the township calls it, else the name that was given. */
const placeOf = ({ place, shield }: Task, { villages }: Town): string =>
  villages.find(({ code }) => code === place?.code)?.name ?? maskFor(shield)(place?.name ?? '')

const newestFirst = (a: Task, b: Task): number => b.createdAt.getTime() - a.createdAt.getTime() || b.seq - a.seq
const mostFirst = (a: Hint, b: Hint): number => b.count - a.count || (a.place < b.place ? -1 : 1)
