import { ofKind } from '../../domain/book/entry.ts'
import { addDays, dayOf, instant } from '../../domain/calendar/zone.ts'
import { monthOf } from '../../domain/flow/penalty.ts'
import { isCommand } from '../../domain/people/directory.ts'
import { notLead } from '../../domain/work/ask.ts'
import { block, blockCounts, unblock } from '../../domain/work/block.ts'
import { lackingIn } from '../../domain/work/read.ts'
import { carryOut, factsFor, refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import type { OnCommand } from '../slice.ts'
import { actorOf, answer } from '../turn.ts'
import { askFor, workCase } from './found.ts'

const WITH_A_UNIT = ['dispatched', 'signed', 'arrived'] as const

/** 受阻 n 缺装备|缺车辆|缺人手|缺经费|其他 说明. */
export const onBlock: OnCommand = async (turn, ref, rest) => {
  const found = await workCase(turn, ref, WITH_A_UNIT)
  if (!('hand' in found)) return found
  const { hand } = found
  const reason = notLead(hand, actorOf(turn), 'block', turn.world)
  if (reason) return refusal(reason, hand)
  const lacking = lackingIn(rest)
  // what is no reason of the list needs its own words
  if (!lacking || (lacking.reason === 'other' && lacking.text === ''))
    return askFor('block-how', hand, { verb: 'block' })
  const number = await newNumber(turn, hand.town.code, 'block')
  return carryOut(hand, block(hand, actorOf(turn), lacking, number, turn.world), (task) => ({
    kind: 'work-done',
    facts: factsFor(hand, task),
    step: 'blocked',
  }))
}

/** 解除受阻 n. */
export const onUnblock: OnCommand = async (turn, ref) => {
  const found = await workCase(turn, ref, WITH_A_UNIT)
  if (!('hand' in found)) return found
  const { hand } = found
  return carryOut(hand, unblock(hand, actorOf(turn), turn.world), (task) => ({
    kind: 'work-done',
    facts: factsFor(hand, task),
    step: 'unblocked',
  }))
}

const MOST = 5000

/** The first day of the month after. */
const monthAfter = (month: string): string => `${addDays(`${month}-28`, 4).slice(0, 7)}-01`

/** 受阻统计 [月份]: by unit and by what was lacking. */
export const onBlockCounts: OnCommand = async (turn, _ref, rest) => {
  const { person, town } = turn.speaker
  if (!person || !town) return refusal('not-staff', null)
  if (!isCommand(person)) return refusal('not-command', null)
  const month = monthOf(rest, turn.world.now) ?? dayOf(turn.world.now).slice(0, 7)
  const since = instant(`${month}-01`, 0)
  const before = instant(monthAfter(month), 0)
  const blocks = await turn.ctx.store.entries({ town: town.code, kinds: ['block'], since, before, limit: MOST })
  return answer('block counts', { kind: 'block-counts', month, rows: blockCounts(ofKind(blocks, 'block'), town) })
}
