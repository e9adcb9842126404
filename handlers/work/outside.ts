import { transfer } from '../../domain/case/partner.ts'
import { namedFirst } from '../../domain/duty/named.ts'
import { outsideReplied } from '../../domain/work/outside.ts'
import { sentOutIn } from '../../domain/work/read.ts'
import { carryOut, factsFor, refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import type { OnCommand } from '../slice.ts'
import { askFor, workCase } from './found.ts'
import { actorOf } from '../turn.ts'

const WITH_A_UNIT = ['dispatched', 'signed', 'arrived'] as const

/** 转出 n 市某局 联系人 电话 理由: 移送 to an authority outside, with whom to ask there. */
export const onSendOut: OnCommand = async (turn, ref, rest) => {
  const found = await workCase(turn, ref, WITH_A_UNIT)
  if (!('hand' in found)) return found
  const { hand } = found
  const asked = sentOutIn(rest)
  if (!asked) return refusal('outside-how', hand)
  const [partner] = namedFirst(asked.to, hand.town).partners
  if (!partner) return refusal('outside-what', hand, [asked.to])
  if ('station' in partner) return refusal('outside-ours', hand, [asked.to])
  const to = { name: partner.name, phone: partner.phone ?? asked.phone }
  const number = await newNumber(turn, hand.town.code, 'outside')
  const kept = { number, contact: asked.contact }
  return carryOut(hand, transfer(hand, actorOf(turn), to, asked.reason, turn.world, kept), (task) => ({
    kind: 'work-done',
    facts: factsFor(hand, task),
    step: 'sent-out',
    note: to.name,
  }))
}

/** 外单位回复 n 内容. */
export const onOutsideReply: OnCommand = async (turn, ref, rest) => {
  const found = await workCase(turn, ref, WITH_A_UNIT)
  if (!('hand' in found)) return found
  const { hand } = found
  if (rest === '') return askFor('reply-how', hand, { verb: 'outside-reply' })
  return carryOut(hand, outsideReplied(hand, actorOf(turn), rest, turn.world), (task) => ({
    kind: 'work-done',
    facts: factsFor(hand, task),
    step: 'outside-replied',
  }))
}
