import type { CaseRef } from '../domain/command/parse.ts'
import type { CaseInHand } from '../domain/case/draft.ts'
import type { RefusalReason } from '../domain/refusal.ts'
import { transfer, whistle } from '../domain/case/partner.ts'
import { refuse, type Actor, type Outcome } from '../domain/case/outcome.ts'
import type { World } from '../domain/world.ts'
import { askedOf, type Partner } from '../domain/duty/partner.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { findStation } from '../domain/people/directory.ts'
import { fallbackLead } from '../domain/route/fallback.ts'
import type { Kept } from '../domain/work/outside.ts'
import { carryOut, factsFor, notFound, refusal } from './acts.ts'
import { findCase, ofMyUnit } from './cases.ts'
import { newNumber } from './entries.ts'
import type { Result, Turn } from './turn.ts'

type Act = (
  hand: CaseInHand,
  actor: Actor,
  partners: readonly Partner[],
  note: string | null,
  world: World,
  kept: Kept | null,
) => Outcome
type Work = Readonly<{
  does: Act
  how: RefusalReason
  whom: RefusalReason
  step: 'whistled' | 'transferred'
  /** may several be named? */
  several: boolean
}>
const STAGES = ['dispatched', 'signed', 'arrived'] as const

/** 吹哨 n [单位、单位…] [说明]. */
export const onWhistle = calling({
  does: whistle,
  how: 'whistle-how',
  whom: 'whistle-whom',
  step: 'whistled',
  several: true,
})

/** 移送 n [单位或机关] [说明]: one leads. */
export const onTransfer = calling({
  does: (hand, actor, [to], note, world, kept) =>
    to ? transfer(hand, actor, to, note, world, kept) : refuse('transfer-how'),
  how: 'transfer-how',
  whom: 'transfer-whom',
  step: 'transferred',
  several: false,
})

function calling({ does, how, whom, step, several }: Work) {
  return async (turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> => {
    if (!turn.speaker.person) return refusal('not-staff', null)
    const found = await findCase(turn, ref, () => ofMyUnit(turn, STAGES), 'nothing-to-do')
    if (!found.ok) return notFound(found)
    const { hand } = found
    const duty = hand.town.duties.find(({ code }) => code === hand.task.item) ?? null
    const asked = askedOf(rest, duty, hand.task.lead, hand.town, dayOf(turn.world.now))
    if (!asked.ok) return refusal(whom, hand, [asked.said, ...(asked.maybe.length > 0 ? asked.maybe : listed(hand))])
    const { note } = asked
    if (asked.partners.length === 0) return refusal(how, hand, listed(hand))
    const partners = does === whistle ? await notAsked(turn, hand, asked.partners, note) : asked.partners
    if (partners.length === 0)
      return refusal(
        'already-asked',
        hand,
        asked.partners.map((partner) => shown(hand, partner).name),
      )
    const names = partners.map((partner) => shown(hand, partner))
    if (partners.length > 1 && !several) return refusal(whom, hand, ['', ...names.map(({ name }) => name)])
    const actor = { userid: turn.speaker.userid, chat: turn.row.chat.id }
    const isLeaving = does !== whistle && partners.some((partner) => !('station' in partner))
    const number = isLeaving ? await newNumber(turn, hand.town.code, 'outside') : null
    const outcome = does(hand, actor, partners, note, turn.world, number && { number, contact: null })
    if (!outcome.ok) return refusal(outcome.reason, hand, instead(hand, outcome.reason))
    return carryOut(hand, outcome, (task) => ({ kind: 'done', facts: factsFor(hand, task), step, files: 0, to: names }))
  }
}

/** Those who do not help already, or of whom something is asked that was not asked before. */
async function notAsked(turn: Turn, { task }: CaseInHand, partners: readonly Partner[], note: string | null) {
  const before = (await turn.ctx.store.timeline(task.id)).filter(({ type }) => type === 'whistled')
  return partners.filter((to) => {
    if (!('station' in to) || !task.assist.includes(to.station)) return true
    const same = before.filter(({ data }) => data['station'] === to.station)
    return note === null ? same.length === 0 : !same.some(({ data }) => String(data['note']).endsWith(note))
  })
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
