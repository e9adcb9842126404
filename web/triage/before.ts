import { z } from 'zod'
import type { Choice } from '../../domain/facts.ts'
import type { NewLesson } from '../../domain/decision.ts'
import type { Task } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import { grouped } from '../../domain/grouped.ts'
import { barredUnits } from '../../domain/people/barred.ts'
import { findStation } from '../../domain/people/directory.ts'
import { hasAnybody } from '../../domain/route/fallback.ts'
import { pairPrecedentOf, precedentOf } from '../../domain/triage/precedent.ts'
import type { Desk } from '../desk.ts'
import { sees, type Viewer } from '../viewer.ts'

/** What somebody decided before on words like these: on which case, what he said (a unit, or whether two are one), and the words. */
export const beforeShape = z.object({
  no: z.string(),
  unit: z.string().nullable(),
  item: z.string().nullable(),
  same: z.boolean().nullable(),
  words: z.array(z.string()),
})
type Before = z.infer<typeof beforeShape>
/** What was decided, newest first, by the code of the township. */
export type Learnt = ReadonlyMap<string, readonly NewLesson[]>

const LOOKED_THROUGH = 1_000
const SHOWN = 3

/** Of the townships the viewer sees whole. */
export async function learntBy({ ctx }: Desk, { places }: Viewer): Promise<Learnt> {
  const towns = places.filter(({ all }) => all).map(({ town }) => town.code)
  return grouped(await ctx.store.lessonsIn(towns, LOOKED_THROUGH), ({ town }) => town)
}

type Asked = Readonly<{ task: Task; town: Town; now: Date }>
type Suggested = Readonly<{ before: Before | null; candidates: Choice[] }>

/** The unit that was chosen on words like these stands first where nobody is sure; a ruling begins with the unit that gave it back. */
export async function unitBefore(
  desk: Desk,
  viewer: Viewer,
  { task, town, now }: Asked,
  known: readonly Choice[],
  learnt: Learnt,
): Promise<Suggested> {
  const found = precedentOf(task.text, town, learnt.get(task.town) ?? [], task.id)
  const station = found && findStation(town, found.lesson.lead)
  const mayLead = station && !barredUnits(task, town).includes(station.id) && hasAnybody(town, station.id, now)
  const no = found && mayLead ? await numberOf(desk, viewer, found.lesson) : null
  if (!found || !station || no === null) return { before: null, candidates: [...known] }
  const item = town.duties.find(({ code }) => code === found.lesson.item)?.name ?? null
  const choice = { id: station.id, name: station.name }
  const rest = known.filter(({ id }) => id !== station.id)
  const [first, ...more] = rest
  const all = task.stage === 'disputed' && first ? [first, choice, ...more] : [choice, ...rest]
  const candidates = task.lead === station.id ? [...known] : all.slice(0, SHOWN)
  return { before: { no, unit: station.name, item, same: null, words: [...found.words] }, candidates }
}

/** Whether two like these were one. */
export async function pairBefore(
  desk: Desk,
  viewer: Viewer,
  [one, other]: readonly [Task, Task],
  town: Town,
  learnt: Learnt,
): Promise<Before | null> {
  const found = pairPrecedentOf([one.text, other.text], town, learnt.get(one.town) ?? [])
  const no = found && (await numberOf(desk, viewer, found.lesson))
  return no === null || !found ? null : { no, unit: null, item: null, same: found.lesson.same, words: [...found.words] }
}

/** Its number, where the viewer may know of it. */
async function numberOf({ ctx }: Desk, viewer: Viewer, { taskId }: NewLesson): Promise<string | null> {
  const task = await ctx.store.task(taskId)
  return task && sees(viewer, task) ? task.caseNo : null
}
