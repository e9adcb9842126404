import type { FEEDBACK_COMMANDS } from '../../domain/feedback/wording-commands.ts'
import type { Context, TimerRow } from '../../context.ts'
import type { Decision } from '../../domain/decision.ts'
import type { World } from '../../domain/world.ts'
import { EXCLUSION, exclusionDue } from '../../domain/feedback/exclusion.ts'
import { opinionDue } from '../../domain/feedback/opinionTold.ts'
import { OPINION } from '../../domain/feedback/wait.ts'
import { isKind } from '../../domain/book/entry.ts'
import { afterFlood, FLOOD } from '../calm/flood.ts'
import { onMute, onMutes, onUnmute } from '../calm/orders.ts'
import { inHand } from '../cases.ts'
import type { Slice } from '../slice.ts'
import { drawing } from './drawing.ts'
import { onExclude, onExcludeAgree, onExcludeRefuse } from './exclusion.ts'
import { onExclusions, onOpinions, onRevisits } from './lists.ts'
import { onAccept, onRectify, onRectifyAgain, onSupervise } from './opinion.ts'
import { onRevisit, onRevisitSay } from './revisit.ts'

export const feedback: Slice<keyof typeof FEEDBACK_COMMANDS> = {
  commands: {
    supervise: onSupervise,
    rectify: onRectify,
    accept: onAccept,
    'rectify-again': onRectifyAgain,
    opinions: onOpinions,
    exclude: onExclude,
    'exclude-agree': onExcludeAgree,
    'exclude-refuse': onExcludeRefuse,
    exclusions: onExclusions,
    revisit: onRevisit,
    revisits: onRevisits,
    'revisit-say': onRevisitSay,
    mute: onMute,
    unmute: onUnmute,
    mutes: onMutes,
  },
  timers: { [OPINION]: waited, [EXCLUSION]: waited, [FLOOD]: afterFlood },
  daily: [drawing],
}

/** Something is still to be answered or decided; the entry is looked at as it is now. */
async function waited(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const entry = await ctx.store.entry(row.subject)
  const task = entry?.taskId ? await ctx.store.task(entry.taskId) : null
  if (entry && task) {
    const hand = await inHand(ctx, task)
    if (isKind(entry, 'opinion')) return opinionDue(hand, entry, row.step, world)
    if (isKind(entry, 'exclusion')) return exclusionDue(hand, entry, row.step, world)
  }
  return { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
}
