import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { findStation } from '../people/directory.ts'
import { counted, type Count } from './counted.ts'
import { figuresOf, type Share } from './figures.ts'
import { isLate } from '../work/late.ts'
import { daysOf, spanOf, type Period } from './period.ts'

/** A week or a month of a township in numbers: what a poster shows. Nobody's words or name are in it. */
export type Report = Readonly<{
  town: string
  of: Period['of']
  from: string
  to: string
  opened: number
  finished: number
  open: number
  overdue: number
  response: Share
  onTime: Share
  solved: Share
  satisfied: Share
  days: readonly Readonly<{ day: string; opened: number; finished: number }>[]
  /** who finished how many, and how many of them in time */
  units: readonly (Count & Readonly<{ inTime: Share }>)[]
  items: readonly Count[]
  places: readonly Count[]
}>

export type ReportMaterial = Readonly<{
  /** opened in the period */
  opened: readonly Task[]
  /** finished in it, whenever they came */
  finished: readonly Task[]
  /** still open */
  open: readonly Task[]
}>

const MOST = 6

export function reportOf(period: Period, town: Town, material: ReportMaterial, now: Date): Report {
  const { of, from, to } = period
  const opened = material.opened.filter((task) => task.mergedInto === null && isWithin(task.createdAt, period))
  const finished = material.finished.filter((task) => isDone(task) && isWithin(task.finishedAt, period))
  const known = new Map([...opened, ...finished].map((task) => [task.id, task]))
  const { cases: _, ...shares } = figuresOf([...known.values()], now)
  return {
    ...{ town: town.name, of, from, to },
    opened: opened.length,
    finished: finished.length,
    open: material.open.length,
    overdue: material.open.filter((task) => isLate(task, now)).length,
    ...shares,
    days: daysOf(period).map((day) => ({
      day,
      opened: opened.filter(({ createdAt }) => dayOf(createdAt) === day).length,
      finished: finished.filter(({ finishedAt }) => finishedAt && dayOf(finishedAt) === day).length,
    })),
    units: unitsOf(town, finished, now),
    items: counted(
      opened.flatMap(({ item }) => town.duties.find(({ code }) => code === item)?.name ?? []),
      MOST,
    ),
    places: counted(
      opened.flatMap((task) => placeOf(task, town) ?? []),
      MOST,
    ),
  }
}

/** Nothing came, nothing was finished, and nothing waits: there is no picture to make of it. */
export const isEmpty = ({ opened, finished, open }: Report): boolean => opened + finished + open === 0

/** Done, and not opened again since. */
const isDone = ({ stage, mergedInto }: Task): boolean =>
  mergedInto === null && (stage === 'finished' || stage === 'closed')

function isWithin(at: Date | null, period: Period): boolean {
  const { since, before } = spanOf(period)
  return at !== null && at >= since && at < before
}

function unitsOf(town: Town, finished: readonly Task[], now: Date): Report['units'] {
  return counted(
    finished.flatMap(({ lead }) => findStation(town, lead)?.name ?? []),
    MOST,
  ).map((unit) => {
    const own = finished.filter(({ lead }) => findStation(town, lead)?.name === unit.name)
    return { ...unit, inTime: figuresOf(own, now).onTime }
  })
}

/** Villages of the list alone: a place in somebody's own words may tell who he is. */
const placeOf = ({ place, shield }: Task, { villages }: Town): string | null =>
  shield === 'confidential' ? null : (villages.find(({ code }) => code === place?.code)?.name ?? null)
