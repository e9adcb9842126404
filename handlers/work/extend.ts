import { findStation, nameOf } from '../../domain/people/directory.ts'
import { askExtension } from '../../domain/work/extend.ts'
import { notLead } from '../../domain/work/ask.ts'
import { extensionLongest } from '../../domain/work/limits.ts'
import { extensionIn } from '../../domain/work/read.ts'
import { carryOut, factsFor, refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import type { OnCommand } from '../slice.ts'
import { askFor, workCase } from './found.ts'
import { actorOf } from '../turn.ts'

/** 延期 n 2天 理由. */
export const onExtend: OnCommand = async (turn, ref, rest) => {
  const found = await workCase(turn, ref, ['signed', 'arrived'])
  if (!('hand' in found)) return found
  const { hand } = found
  const longest = [String(extensionLongest({ ...hand, world: turn.world }))]
  const asked = extensionIn(rest)
  const reason = notLead(hand, actorOf(turn), 'extend', turn.world)
  if (reason) return refusal(reason, hand)
  if (!asked) return askFor('extend-how', hand, { verb: 'extend', lead: rest, choices: longest })
  const number = await newNumber(turn, hand.town.code, 'extension')
  const outcome = askExtension(hand, actorOf(turn), asked, number, turn.world)
  if (!outcome.ok) return refusal(outcome.reason, hand, longest)
  const head = outcome.decision.entries?.find(({ no }) => no === number.no)?.owner ?? null
  const who = nameOf(hand.town, head) ?? findStation(hand.town, head)?.name ?? null
  return carryOut(hand, outcome, (task) => ({
    kind: 'work-done',
    facts: factsFor(hand, task),
    step: 'extension-asked',
    who,
  }))
}
