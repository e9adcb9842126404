import type { Context } from '../context.ts'
import { LostRace } from '../domain/lostRace.ts'
import { recompute } from '../domain/case/recompute.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { inHand } from './cases.ts'

/** At a time, so that a long list does not fill the memory. */
const PAGE = 500

/** At start the year's holidays may be known that were not before: the deadlines that were 暂定 are counted again. */
export async function recountTentative(ctx: Context): Promise<void> {
  let recounted = 0
  for (const town of ctx.towns) {
    for (let more = PAGE; more === PAGE; recounted += more) more = await recountPage(ctx, town.code)
  }
  if (recounted > 0) ctx.log.info({ recounted }, 'deadlines were counted again with the holidays now known')
}

async function recountPage(ctx: Context, town: string): Promise<number> {
  const tasks = await ctx.store.tasks({ town, stages: OPEN_STAGES, tentative: true, limit: PAGE })
  const world = { towns: ctx.towns, calendar: ctx.calendar, now: ctx.now(), id: ctx.id }
  const changed = await Promise.all(
    tasks.map(async (task) => {
      const decision = recompute(await inHand(ctx, task), world)
      if (decision) await ctx.store.commit(decision, world.now).catch(unlessLost)
      return decision !== null
    }),
  )
  return changed.filter(Boolean).length
}

/** Somebody acted on the case meanwhile: the next start looks again. */
function unlessLost(error: unknown): void {
  if (!(error instanceof LostRace)) throw error
}
