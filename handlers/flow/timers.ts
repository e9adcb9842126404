import type { Context, TimerRow } from '../../context.ts'
import type { Decision } from '../../domain/decision.ts'
import type { World } from '../../domain/world.ts'
import { isKind } from '../../domain/book/entry.ts'
import { remindPaper } from '../../domain/flow/paperRead.ts'
import { remindPermit } from '../../domain/flow/permitLate.ts'
import { findTown } from '../../domain/people/directory.ts'
import { handOf } from './permitAnswer.ts'

const stop = ({ subject, kind }: TimerRow): Decision => ({ timers: [{ subject, kind, dueAt: null, step: 0 }] })

export async function onPaperTimer(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const entry = await ctx.store.entry(row.subject)
  if (!entry || !isKind(entry, 'paper')) return stop(row)
  return remindPaper(entry, row.step, findTown(world, entry.town), world)
}

export async function onPermitTimer(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const entry = await ctx.store.entry(row.subject)
  if (!entry || !isKind(entry, 'permit')) return stop(row)
  return remindPermit(entry, row.step, await handOf(ctx, entry), findTown(world, entry.town), world)
}
