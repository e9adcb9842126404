import type { Context } from '../context.ts'
import type { Task } from '../domain/task.ts'
import { joinReport } from '../domain/case/join.ts'
import type { Joining } from '../domain/case/joining.ts'
import { LOOKS_BACK, similar, type Similar, type Told } from '../domain/duplicate/similar.ts'
import { accusedIn, isAnybody } from '../domain/understand/accused.ts'
import { findTown } from '../domain/people/directory.ts'
import { inHand } from './cases.ts'
import type { Result, Turn } from './turn.ts'

/** The newest open cases of a village are looked through, not all there ever were. */
const COMPARED = 500

/**
 * Open cases a report may be about, best first; the first is `same` when it may be joined without asking.
 * What complains about the township's own people is nobody else's case.
 */
export async function knownAlready(ctx: Context, told: Told): Promise<readonly Similar[]> {
  if (isAnybody(accusedIn(told.text, findTown(ctx, told.town)))) return []
  const since = new Date(told.at.getTime() - LOOKS_BACK)
  const { town, place, item, lead = null } = told
  const near = await ctx.store.casesNear({ town, place: place?.code ?? null, item, lead, since, limit: COMPARED })
  return Promise.all(similar(told, near).map(async (found) => ({ ...found, task: await whole(ctx, found.task.id) })))
}

async function whole({ store }: Context, id: string): Promise<Task> {
  const task = await store.task(id)
  if (!task) throw new Error(`case ${id} was found and is not there`)
  return task
}

/** Joins what a turn said to a known case. The decision says all that is to be said, also to the one who wrote. */
export async function joinTo(turn: Turn, task: Task, joining: Omit<Joining, 'reporter' | 'reply'>): Promise<Result> {
  const { row, speaker, world, ctx } = turn
  const reporter = { userid: speaker.userid, chat: row.chat }
  const decision = joinReport(await inHand(ctx, task), { ...joining, reporter, reply: row.reply }, world)
  return { note: `joined ${task.caseNo}`, decision }
}
