import type { Assessment } from '../../domain/assess/assessment.ts'
import type { Context } from '../../context.ts'
import type { Task } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import type { Material } from '../../domain/digest/brief.ts'
import type { ReportMaterial } from '../../domain/digest/report.ts'
import { spanOf, type Period } from '../../domain/digest/period.ts'
import { hintsSince } from '../../domain/digest/spots.ts'
import { OPEN_STAGES } from '../../domain/task.ts'

/** More than a township has in a busy month. */
const MOST = 10_000

/** What a card is made of; `since` = from when on it counts what came and what was finished. */
export async function materialOf(ctx: Context, town: Town, { now }: World, since: Date): Promise<Material> {
  const [open, recent, finished] = await Promise.all([
    openIn(ctx, town),
    openedSince(ctx, town, hintsSince(town, now)),
    finishedIn(ctx, town, since, now),
  ])
  const opened = recent.filter(({ createdAt, mergedInto }) => createdAt >= since && mergedInto === null)
  return { open, recent, counts: { opened: opened.length, finished: finished.length, open: open.length } }
}

export async function reportMaterial(ctx: Context, town: Town, period: Period): Promise<ReportMaterial> {
  const { since, before } = spanOf(period)
  const [opened, finished, open, assessment] = await Promise.all([
    openedSince(ctx, town, since),
    finishedIn(ctx, town, since, before),
    openIn(ctx, town),
    assessmentIn(ctx, town, period),
  ])
  return { opened, finished, open, assessment }
}

/** Only months are assessed. */
async function assessmentIn(ctx: Context, { code }: Town, { of, from }: Period): Promise<Assessment | null> {
  if (of === 'week') return null
  const assessed = await ctx.assess({ town: code, month: from.slice(0, 7) })
  return assessed?.assessment ?? null
}

export const openIn = ({ store }: Context, { code }: Town): Promise<Task[]> =>
  store.tasks({ town: code, stages: OPEN_STAGES, limit: MOST })

const openedSince = ({ store }: Context, { code }: Town, createdFrom: Date): Promise<Task[]> =>
  store.tasks({ town: code, createdFrom, limit: MOST })

/** Those that are still done. */
async function finishedIn({ store }: Context, { code }: Town, since: Date, before: Date): Promise<Task[]> {
  const ids = await store.casesWith('finished', since, before)
  const found = (await Promise.all(ids.map((id) => store.task(id)))).flatMap((task) => task ?? [])
  return found.filter(({ town, stage }) => town === code && (stage === 'finished' || stage === 'closed'))
}
