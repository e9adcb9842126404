import { findStation } from '../people/directory.ts'
import type { Spot } from '../route/nearest.ts'
import type { Stage, Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { Level } from '../level.ts'
import { isWithheld } from './withheld.ts'

/** So many cases of one item in one village. */
export type Crowd = Readonly<{ place: string; item: string; count: number }>

/** A case as anybody may see it: nobody's name, nobody's words, and no place where few had such a thing. */
export type PublicCase = Readonly<{
  no: string
  stage: Stage
  level: Level
  item: Readonly<{ code: string; name: string }> | null
  unit: string | null
  /** the middle of the village in GCJ-02 degrees; null = the township at large */
  village: Readonly<{ code: string; name: string; spot: Spot | null }> | null
  openedAt: Date
  movedAt: Date
  dispatchedAt: Date | null
  finishedAt: Date | null
  dueAt: Date | null
}>

/** Where fewer than this many are alike in one village, whoever lives there would know who told it. */
export const LEAST = 3

/** What of a case goes out; null = nothing of it ever does. */
export function published(
  { task, movedAt }: Readonly<{ task: Task; movedAt: Date }>,
  town: Town,
  crowds: readonly Crowd[],
): PublicCase | null {
  if (isWithheld(task, town)) return null
  const duty = town.duties.find(({ code }) => code === task.item)
  return {
    no: task.caseNo,
    stage: task.stage,
    level: task.level,
    item: duty ? { code: duty.code, name: duty.name } : null,
    unit: findStation(town, task.lead)?.name ?? null,
    village: villageOf(task, town, crowds),
    openedAt: task.createdAt,
    movedAt,
    dispatchedAt: task.dispatchedAt,
    finishedAt: task.finishedAt,
    dueAt: task.due.finish ?? null,
  }
}

/** By its name on our own list: what the reporter called it may say more than that. */
function villageOf({ place, item }: Task, { villages }: Town, crowds: readonly Crowd[]): PublicCase['village'] {
  const village = villages.find(({ code }) => code === place?.code)
  const many = crowds.some((crowd) => crowd.place === village?.code && crowd.item === item && crowd.count >= LEAST)
  if (!village || !many) return null
  const { code, name, lat, lng } = village
  return { code, name, spot: lat === null || lng === null ? null : { lat, lng } }
}

/** Is nothing more done about it? */
export const isOver = (stage: Stage): boolean => OVER.includes(stage)
const OVER: readonly Stage[] = ['finished', 'closed', 'withdrawn']

/** Cells that may be seen; where few are, there is no cell at all, so that it cannot be told from none. */
export const countable = (crowds: readonly Crowd[]): readonly Crowd[] => crowds.filter(({ count }) => count >= LEAST)
