import type { Context } from '../context.ts'
import { suspected } from '../domain/case/suspect.ts'
import { parts, type Decision } from '../domain/decision.ts'
import type { Similar } from '../domain/duplicate/similar.ts'
import type { Notice } from '../domain/notice.ts'
import type { Task } from '../domain/task.ts'
import type { Town } from '../domain/town.ts'
import type { World } from '../domain/world.ts'
import { accusedOf, isAnybody } from '../domain/understand/accused.ts'
import { knownAlready } from './duplicate.ts'

/** So many cases are offered at once. */
export const OFFERED = 3
/** So much alike must two texts be (0..1) that somebody looks at them who did not ask to. */
const ALIKE = 0.4

export const accuses = (task: Task, town: Town): boolean => isAnybody(accusedOf(task, town))

/** The command room is told of the cases a new one may be the same as; nobody else is asked. */
export function hinted(decision: Decision, found: readonly Similar[], town: Town, world: World): readonly Notice[] {
  const alike = found.filter(({ placed, score, task }) => (placed || score >= ALIKE) && !accuses(task, town))
  return suspected(
    decision,
    alike.slice(0, OFFERED).map(({ task }) => task),
    town,
    world,
  )
}

/** The same for cases that were made without anybody who could be asked. */
export async function withHints(ctx: Context, decision: Decision, town: Town, world: World): Promise<Decision> {
  const told = await Promise.all(
    parts(decision).map(async (each) => (each.task ? hinted(each, await knownTo(ctx, each.task), town, world) : [])),
  )
  return { ...decision, notices: [...(decision.notices ?? []), ...told.flat()] }
}

const knownTo = (ctx: Context, { town, text, place, item, lead, createdAt }: Task): Promise<readonly Similar[]> =>
  knownAlready(ctx, { town, text, place, item, lead, at: createdAt })
