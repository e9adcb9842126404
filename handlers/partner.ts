import type { CaseRef } from '../domain/command/parse.ts'
import type { CaseInHand } from '../domain/case/draft.ts'
import type { RefusalReason } from '../domain/notice.ts'
import { transfer, whistle } from '../domain/case/partner.ts'
import { askedOf, type Partner } from '../domain/duty/partner.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { findStation } from '../domain/people/directory.ts'
import { fallbackLead } from '../domain/route/fallback.ts'
import { carryOut, factsFor, notFound, refusal } from './acts.ts'
import { findCase, ofMyUnit } from './cases.ts'
import type { Result, Turn } from './turn.ts'

type Work = Readonly<{ does: typeof whistle; how: RefusalReason; step: 'whistled' | 'transferred' }>
const STAGES = ['dispatched', 'signed', 'arrived'] as const

/** 吹哨 n [单位] [说明]. */
export const onWhistle = calling({ does: whistle, how: 'whistle-how', step: 'whistled' })

/** 移送 n [单位或机关] [说明]. */
export const onTransfer = calling({ does: transfer, how: 'transfer-how', step: 'transferred' })

function calling({ does, how, step }: Work) {
  return async (turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> => {
    if (!turn.speaker.person) return refusal('not-staff', null)
    const found = await findCase(turn, ref, () => ofMyUnit(turn, STAGES), 'nothing-to-do')
    if (!found.ok) return notFound(found)
    const { hand } = found
    const duty = hand.town.duties.find(({ code }) => code === hand.task.item) ?? null
    const { partner, note } = askedOf(rest, duty, hand.task.lead, hand.town, dayOf(turn.world.now))
    if (!partner) return refusal(how, hand, listed(hand))
    if (does === whistle && (await isAsked(turn, hand, partner, note)))
      return refusal('already-asked', hand, [shown(hand, partner).name])
    const actor = { userid: turn.speaker.userid, chat: turn.row.chat.id }
    const outcome = does(hand, actor, partner, note, turn.world)
    if (!outcome.ok) return refusal(outcome.reason, hand, instead(hand, outcome.reason))
    return carryOut(hand, outcome, (task) => ({
      kind: 'done',
      facts: factsFor(hand, task),
      step,
      files: 0,
      to: shown(hand, partner),
    }))
  }
}

/** It helps already, and nothing is asked of it that was not asked before. */
async function isAsked(turn: Turn, { task }: CaseInHand, to: Partner, note: string | null): Promise<boolean> {
  if (!('station' in to) || !task.assist.includes(to.station)) return false
  const before = (await turn.ctx.store.timeline(task.id)).filter(
    ({ type, data }) => type === 'whistled' && data['station'] === to.station,
  )
  return note === null ? before.length > 0 : before.some(({ data }) => String(data['note']).endsWith(note))
}

function shown({ town }: CaseInHand, partner: Partner): Readonly<{ name: string; phone: string | null }> {
  return 'station' in partner
    ? { name: findStation(town, partner.station)?.name ?? partner.station, phone: null }
    : partner
}

/** What may be written: who can take it where a unit is empty, else the units of the item's line in the duty list. */
function instead(hand: CaseInHand, reason: RefusalReason): string[] {
  const free = fallbackLead(hand.town)
  return reason === 'empty-unit' ? [findStation(hand.town, free)?.name ?? ''].filter(Boolean) : listed(hand)
}

function listed({ task, town }: CaseInHand): string[] {
  const duty = town.duties.find(({ code }) => code === task.item)
  const ids = duty ? [duty.punish, duty.approve, duty.supervise, ...duty.assist] : []
  const names = [...new Set(ids)].filter((id) => id !== task.lead).flatMap((id) => findStation(town, id)?.name ?? [])
  return names.length > 0 ? names : town.stations.filter(({ id }) => id !== task.lead).map(({ name }) => name)
}
