import { z } from 'zod'
import { BOARD_CLOCKS, runningClock } from '../../domain/board/columns.ts'
import { SOURCES, sourceOf } from '../../domain/board/source.ts'
import { findStation, nameOf } from '../../domain/people/directory.ts'
import { maskFor } from '../../domain/privacy/mask.ts'
import { STAGES, type Task } from '../../domain/task.ts'
import { suspensionOf } from '../../domain/work/granted.ts'
import type { Town } from '../../domain/town.ts'

const instant = z.string()

/** A case as one line of a board or a list. Who reported it is not in it. */
export const boardRowShape = z.object({
  no: z.string(),
  town: z.string(),
  stage: z.enum(STAGES),
  level: z.enum(['emergency', 'urgent', 'normal']),
  item: z.string().nullable(),
  itemName: z.string().nullable(),
  place: z.string().nullable(),
  placeCode: z.string().nullable(),
  /** shortened, without what tells who somebody is */
  text: z.string(),
  lead: z.string().nullable(),
  leadName: z.string().nullable(),
  holder: z.string().nullable(),
  holderName: z.string().nullable(),
  kept: z.boolean(),
  createdAt: instant,
  /** the clock that runs now, and when it is over */
  clock: z.enum(BOARD_CLOCKS).nullable(),
  dueAt: instant.nullable(),
  finishBy: instant.nullable(),
  tentative: z.boolean(),
  activeAt: instant.nullable(),
  finishedAt: instant.nullable(),
  /** its clock stands still until then */
  suspendedUntil: instant.nullable(),
  /** by which way the first report came */
  source: z.enum(SOURCES).nullable(),
  reports: z.number(),
  /** the case it was joined to */
  mergedInto: z.string().nullable(),
})
export type BoardRow = z.infer<typeof boardRowShape>

/** A case that changed: its row, or that it is not (any more) one of those the viewer sees. */
export type Changed = Readonly<{ no: string; row?: BoardRow; gone?: true }>

const MOST_TEXT = 120

export function boardRow(task: Task, town: Town): BoardRow {
  const running = runningClock(task)
  const shown = maskFor(task.shield)
  return {
    no: task.caseNo,
    town: task.town,
    stage: task.stage,
    level: task.level,
    item: task.item,
    itemName: town.duties.find(({ code }) => code === task.item)?.name ?? null,
    place: task.place && shown(task.place.name),
    placeCode: task.place?.code ?? null,
    text: [...shown(task.text)].slice(0, MOST_TEXT).join(''),
    lead: task.lead,
    leadName: findStation(town, task.lead)?.name ?? null,
    holder: task.holder,
    holderName: nameOf(town, task.holder),
    kept: task.shield !== 'none',
    createdAt: task.createdAt.toISOString(),
    clock: running?.clock ?? null,
    dueAt: running?.at.toISOString() ?? null,
    finishBy: task.due.finish?.toISOString() ?? null,
    tentative: task.tentative,
    activeAt: task.activeAt?.toISOString() ?? null,
    finishedAt: task.finishedAt?.toISOString() ?? null,
    suspendedUntil: suspensionOf(task)?.until ?? null,
    source: sourceOf(task),
    reports: task.reporters.length,
    mergedInto: task.mergedInto,
  }
}
