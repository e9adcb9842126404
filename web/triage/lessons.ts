import { z } from 'zod'
import type { NewLesson } from '../../domain/decision.ts'
import type { Task } from '../../domain/task.ts'
import { findStation, findTown } from '../../domain/people/directory.ts'
import { staffName } from '../cases/people.ts'
import type { Desk } from '../desk.ts'
import { sees, type Viewer } from '../viewer.ts'
import { learntBy } from './before.ts'

/** What was learnt of one decision; `unit` and `item`, or whether it and `other` are one (`same`). `taken` = it was taken back. */
export const lessonShape = z.object({
  id: z.string(),
  no: z.string(),
  text: z.string(),
  unit: z.string().nullable(),
  item: z.string().nullable(),
  other: z.string().nullable(),
  same: z.boolean().nullable(),
  by: z.string(),
  at: z.string(),
  taken: z.boolean(),
})
/** Another name of a village that a correction brought up. */
export const nameShape = z.object({
  alias: z.string(),
  village: z.string(),
  no: z.string().nullable(),
  state: z.enum(['proposed', 'approved', 'refused']),
})
export type LessonLine = z.infer<typeof lessonShape>
export type NameLine = z.infer<typeof nameShape>

const MOST = 100

/** The newest decisions that are learnt from, of cases the viewer may see. */
export async function lessonsFor(desk: Desk, viewer: Viewer): Promise<LessonLine[]> {
  const all = [...(await learntBy(desk, viewer)).values()].flat()
  const newest = all.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST)
  const lines = await Promise.all(newest.map((lesson) => lineOf(desk, viewer, lesson)))
  return lines.flatMap((line) => line ?? [])
}

async function lineOf(desk: Desk, viewer: Viewer, lesson: NewLesson): Promise<LessonLine | null> {
  const task = await desk.ctx.store.task(lesson.taskId)
  const other = lesson.otherId === null ? null : await desk.ctx.store.task(lesson.otherId)
  const hidden = (each: Task | null) => each !== null && !sees(viewer, each)
  if (!task || hidden(task) || hidden(other)) return null
  const town = findTown(desk.ctx, lesson.town)
  return {
    id: lesson.id,
    no: task.caseNo,
    text: lesson.text,
    unit: findStation(town, lesson.lead)?.name ?? null,
    item: town.duties.find(({ code }) => code === lesson.item)?.name ?? null,
    other: other?.caseNo ?? null,
    same: lesson.same,
    by: staffName(town, lesson.by) ?? '',
    at: lesson.at.toISOString(),
    taken: lesson.takenAt !== null,
  }
}

/** What places are called besides, as corrections taught it. */
export async function namesFor({ ctx }: Desk, { places }: Viewer): Promise<NameLine[]> {
  const towns = places.filter(({ all }) => all).map(({ town }) => town)
  const all = await ctx.store.aliases(['proposed', 'approved', 'refused'])
  return all.flatMap(({ town: code, alias, village, caseNo, status }) => {
    const town = towns.find((each) => each.code === code)
    const name = town?.villages.find((each) => each.code === village)?.name ?? village
    return town ? [{ alias, village: name, no: caseNo, state: status }] : []
  })
}
