import type { ASSESS_COMMANDS } from '../../domain/assess/wording-commands.ts'
import type { Context, TimerRow } from '../../context.ts'
import type { Decision } from '../../domain/decision.ts'
import type { World } from '../../domain/world.ts'
import { APPEAL, appealDue } from '../../domain/assess/appeal.ts'
import { isKind } from '../../domain/book/entry.ts'
import { findTown } from '../../domain/people/directory.ts'
import type { Slice } from '../slice.ts'
import { onAppeal, onAppealAgree, onAppealRefuse } from './appeal.ts'
import { onAssess, onIndicators } from './figures.ts'
import { onAppeals } from './list.ts'
import { monthly } from './monthly.ts'

/** 考核: the figures of a month, objections to them, and the day they are frozen. */
export const assess: Slice<keyof typeof ASSESS_COMMANDS> = {
  commands: {
    assess: onAssess,
    indicators: onIndicators,
    appeal: onAppeal,
    'appeal-agree': onAppealAgree,
    'appeal-refuse': onAppealRefuse,
    appeals: onAppeals,
  },
  timers: { [APPEAL]: waited },
  daily: [monthly],
}

/** An objection is still to be decided on; it is looked at as it is now. */
async function waited(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const entry = await ctx.store.entry(row.subject)
  if (entry && isKind(entry, 'appeal')) return appealDue(entry, findTown(world, entry.town), world)
  return { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
}
