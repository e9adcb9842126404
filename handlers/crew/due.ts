import { isKind } from '../../domain/book/entry.ts'
import { bookingDue } from '../../domain/crew/booking.ts'
import { handoverDue } from '../../domain/crew/handover.ts'
import { leaveDue } from '../../domain/crew/leave.ts'
import { swapDue } from '../../domain/crew/swap.ts'
import { findTown } from '../../domain/people/directory.ts'
import type { OnTimer } from '../slice.ts'
import { casesOf } from './handover.ts'

/** A request of the crew came due; the entry is looked at as it is now. */
export const onCrewDue: OnTimer = async (ctx, row, world) => {
  const entry = await ctx.store.entry(row.subject)
  if (!entry) return { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
  const town = findTown(world, entry.town)
  if (isKind(entry, 'leave')) return leaveDue(town, entry, world)
  if (isKind(entry, 'swap')) return swapDue(town, entry, world)
  if (isKind(entry, 'booking')) return bookingDue(town, entry, row.step, world)
  if (isKind(entry, 'handover')) return handoverDue(town, entry, await casesOf({ ctx }, entry), row.step, world)
  return { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
}
