import type { TimerRow } from '../../context.ts'
import type { Entry, Kind } from '../../domain/book/entry.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import type { OnTimer } from '../slice.ts'
import { decided, type Desk } from '../../domain/book/desk.ts'
import { isKind } from '../../domain/book/entry.ts'
import { fireChild } from '../../domain/joint/childClock.ts'
import { CHILD } from '../../domain/joint/limits.ts'
import { fireScore, SCORE } from '../../domain/joint/end.ts'
import { fireWhistle } from '../../domain/joint/late.ts'
import { fireRequest, REQUEST } from '../../domain/joint/requestClock.ts'
import { deskFor } from '../../domain/joint/tell.ts'
import { WHISTLE } from '../../domain/joint/whistle.ts'
import { findTown } from '../../domain/people/directory.ts'
import { inHand } from '../cases.ts'

type Work<K extends Kind> = (
  entry: Entry<K>,
  hand: CaseInHand | null,
  town: Town,
  row: TimerRow,
  world: World,
) => Desk | null

/** The timer of an entry; of one that is gone there is nothing to do. */
function ofEntry<K extends Kind>(kind: K, work: Work<K>): OnTimer {
  return async (ctx, row, world) => {
    const entry = await ctx.store.entry(row.subject)
    const task = entry?.taskId ? await ctx.store.task(entry.taskId) : null
    const hand = task && (await inHand(ctx, task))
    const desk = entry && isKind(entry, kind) ? work(entry, hand, findTown(world, entry.town), row, world) : null
    return desk ? decided(desk) : { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
  }
}

function ofCase<K extends Kind>(
  kind: K,
  fire: (desk: Desk, hand: CaseInHand, entry: Entry<K>, step: number) => void,
): OnTimer {
  return ofEntry(kind, (entry, hand, _town, { step }, world) => {
    if (!hand) return null
    const desk = deskFor(hand, world)
    fire(desk, hand, entry, step)
    return desk
  })
}

export const timers: Readonly<Record<string, OnTimer>> = {
  [WHISTLE]: ofEntry('whistle', (whistle, hand, town, { step }, world) =>
    fireWhistle(whistle, step, hand?.task ?? null, town, world),
  ),
  [SCORE]: ofEntry('whistle', (whistle, hand, town, _row, world) =>
    fireScore(whistle, hand?.task ?? null, town, world),
  ),
  [REQUEST]: ofCase('request', fireRequest),
  [CHILD]: ofCase('child', fireChild),
}
