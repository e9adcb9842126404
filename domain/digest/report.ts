import type { Assessment } from '../assess/assessment.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { findStation } from '../people/directory.ts'
import { counted, type Count } from './counted.ts'
import { assessedShares, figuresOf, type Share, type Shares } from './figures.ts'
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
  /** the day on which `open` and `overdue` were so: the period is over by then */
  asOf: string
  open: number
  overdue: number
  /** of a month: as its assessment has them; of a week: of the cases that came or were finished in it */
  response: Share
  onTime: Share
  solved: Share
  satisfied: Share
  days: readonly Readonly<{ day: string; opened: number; finished: number }>[]
  /** who finished how many, and the share in time: counted as above */
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
  /** of a month */
  assessment: Assessment | null
}>

const MOST = 6

export function reportOf(period: Period, town: Town, material: ReportMaterial, now: Date): Report {
  const { of, from, to } = period
  const opened = material.opened.filter((task) => task.mergedInto === null && isWithin(task.createdAt, period))
  const finished = material.finished.filter((task) => isDone(task) && isWithin(task.finishedAt, period))
  const { response, onTime, solved, satisfied } = sharesOf(material.assessment, [...opened, ...finished], now)
  return {
    ...{ town: town.name, of, from, to },
    opened: opened.length,
    finished: finished.length,
    asOf: dayOf(now),
    open: material.open.length,
    overdue: material.open.filter((task) => isLate(task, now)).length,
    ...{ response, onTime, solved, satisfied },
    days: daysOf(period).map((day) => ({
      day,
      opened: opened.filter(({ createdAt }) => dayOf(createdAt) === day).length,
      finished: finished.filter(({ finishedAt }) => finishedAt && dayOf(finishedAt) === day).length,
    })),
    units: unitsOf(town, finished, material.assessment, now),
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

function sharesOf(assessment: Assessment | null, tasks: readonly Task[], now: Date): Shares {
  return assessment
    ? assessedShares(assessment, assessment.total.fix)
    : figuresOf([...new Map(tasks.map((task) => [task.id, task])).values()], now)
}

function unitsOf(town: Town, finished: readonly Task[], assessment: Assessment | null, now: Date): Report['units'] {
  const nameOf = (id: string | null) => findStation(town, id)?.name
  const inTime = (name: string): Share => {
    if (!assessment)
      return figuresOf(
        finished.filter(({ lead }) => nameOf(lead) === name),
        now,
      ).onTime
    const scored = assessment.units.find(({ id }) => nameOf(id) === name)
    return scored ? assessedShares(assessment, scored).onTime : { right: 0, of: 0 }
  }
  return counted(
    finished.flatMap(({ lead }) => nameOf(lead) ?? []),
    MOST,
  ).map((unit) => ({ ...unit, inTime: inTime(unit.name) }))
}

/** Villages of the list alone: a place in somebody's own words may tell who he is. */
const placeOf = ({ place, shield }: Task, { villages }: Town): string | null =>
  shield === 'confidential' ? null : (villages.find(({ code }) => code === place?.code)?.name ?? null)
