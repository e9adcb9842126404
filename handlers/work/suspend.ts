import { dayOf } from '../../domain/calendar/zone.ts'
import { notLead } from '../../domain/work/ask.ts'
import { lastReview } from '../../domain/work/limits.ts'
import { suspensionIn } from '../../domain/work/read.ts'
import { askSuspension, resume } from '../../domain/work/suspend.ts'
import { isKind } from '../../domain/book/entry.ts'
import { carryOut, factsFor, refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import type { OnCommand } from '../slice.ts'
import { askFor, workCase } from './found.ts'
import { actorOf } from '../turn.ts'

const AT_WORK = ['signed', 'arrived'] as const

/** 挂账 n 理由 [恢复日期]. */
export const onSuspend: OnCommand = async (turn, ref, rest) => {
  const found = await workCase(turn, ref, AT_WORK)
  if (!('hand' in found)) return found
  const { hand } = found
  const last = [lastReview({ ...hand, world: turn.world })]
  const reason = notLead(hand, actorOf(turn), 'suspend', turn.world)
  if (reason) return refusal(reason, hand)
  const asked = suspensionIn(rest, dayOf(turn.world.now))
  if (!asked) return askFor('suspend-how', hand, { verb: 'suspend', choices: last })
  const number = await newNumber(turn, hand.town.code, 'suspension')
  const outcome = askSuspension(hand, actorOf(turn), asked, number, turn.world)
  if (!outcome.ok) return refusal(outcome.reason, hand, last)
  const entry = outcome.decision.entries?.find(({ no }) => no === number.no)
  const until = entry && isKind(entry, 'suspension') ? entry.data.until : null
  return carryOut(hand, outcome, (task) => ({
    kind: 'work-done',
    facts: factsFor(hand, task),
    step: 'suspension-asked',
    until,
  }))
}

/** 恢复 n. */
export const onResume: OnCommand = async (turn, ref) => {
  const found = await workCase(turn, ref, AT_WORK)
  if (!('hand' in found)) return found
  const { hand } = found
  return carryOut(hand, resume(hand, actorOf(turn), turn.world), (task) => ({
    kind: 'work-done',
    facts: factsFor(hand, task),
    step: 'resumed',
  }))
}
