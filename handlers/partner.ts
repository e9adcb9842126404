import type { CaseRef } from '../domain/command/parse.ts'
import type { CaseInHand } from '../domain/case/draft.ts'
import type { RefusalReason } from '../domain/refusal.ts'
import { transfer, whistle } from '../domain/case/partner.ts'
import { refuse, type Outcome } from '../domain/case/outcome.ts'
import type { Decision } from '../domain/decision.ts'
import type { Sort } from '../domain/joint/kinds.ts'
import type { NoticeBody } from '../domain/notice.ts'
import { ofKind } from '../domain/book/entry.ts'
import { sortIn } from '../domain/joint/order.ts'
import { askedOf, type Partner } from '../domain/duty/partner.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { findStation } from '../domain/people/directory.ts'
import { fallbackLead } from '../domain/route/fallback.ts'
import { carryOut, factsFor, notFound, refusal } from './acts.ts'
import { findCase, ofMyUnit } from './cases.ts'
import { newNumber } from './entries.ts'
import { onPlaced, rollBody } from './joint/whistle.ts'
import { actorOf, type Result, type Turn } from './turn.ts'

type Work = Readonly<{
  does: (turn: Turn, hand: CaseInHand, partners: readonly Partner[], note: string | null) => Promise<Outcome>
  how: RefusalReason
  whom: RefusalReason
  step: 'whistled' | 'transferred'
  /** may several be named? */
  several: boolean
  /** what is said besides */
  also?: (turn: Turn, hand: CaseInHand, decision: Decision) => readonly NoticeBody[]
}>
type Order = (turn: Turn, ref: CaseRef | null, rest: string) => Promise<Result>
const STAGES = ['dispatched', 'signed', 'arrived'] as const

/** 吹哨 n [单位、单位…] [说明], and without a case 吹哨 地点 单位… 事由. */
export function whistling(said: Sort | null): Order {
  return async (turn, ref, rest) => {
    const placed = ref === null ? await onPlaced(turn, rest, said) : null
    if (placed) return placed
    const { town } = turn.speaker
    const { sort, rest: words } = town ? sortIn(rest, town, true) : { sort: null, rest }
    return onCase(said ?? sort)(turn, ref, words)
  }
}

export const onWhistle = whistling(null)

const onCase = (sort: Sort | null): Order =>
  calling({
    does: async (turn, hand, partners, note) => {
      const number = await newNumber(turn, hand.town.code, 'whistle')
      return whistle(hand, actorOf(turn), partners, { number, note, sort }, turn.world)
    },
    how: 'whistle-how',
    whom: 'whistle-whom',
    step: 'whistled',
    several: true,
    also: (turn, { town }, { entries = [] }) =>
      ofKind(entries, 'whistle').map((entry) => rollBody(turn, entry, town, 'called')),
  })

/** 移送 n [单位或机关] [说明]: one leads. */
export const onTransfer = calling({
  does: async (turn, hand, [to], note) => {
    if (!to) return refuse('transfer-how')
    const number = 'station' in to ? null : await newNumber(turn, hand.town.code, 'outside')
    return transfer(hand, actorOf(turn), to, note, turn.world, number && { number, contact: null })
  },
  how: 'transfer-how',
  whom: 'transfer-whom',
  step: 'transferred',
  several: false,
})

function calling({ does, how, whom, step, several, also }: Work): Order {
  return async (turn, ref, rest) => {
    if (!turn.speaker.person) return refusal('not-staff', null)
    const found = await findCase(turn, ref, () => ofMyUnit(turn, STAGES), 'nothing-to-do')
    if (!found.ok) return notFound(found)
    const { hand } = found
    const duty = hand.town.duties.find(({ code }) => code === hand.task.item) ?? null
    const asked = askedOf(rest, duty, hand.task.lead, hand.town, dayOf(turn.world.now))
    if (!asked.ok) return refusal(whom, hand, [asked.said, ...(asked.maybe.length > 0 ? asked.maybe : listed(hand))])
    const { note } = asked
    if (asked.partners.length === 0) return refusal(how, hand, listed(hand))
    const partners = several ? await notAsked(turn, hand, asked.partners, note) : asked.partners
    if (partners.length === 0)
      return refusal(
        'already-asked',
        hand,
        asked.partners.map((partner) => shown(hand, partner).name),
      )
    const names = partners.map((partner) => shown(hand, partner))
    if (partners.length > 1 && !several) return refusal(whom, hand, ['', ...names.map(({ name }) => name)])
    const outcome = await does(turn, hand, partners, note)
    if (!outcome.ok) return refusal(outcome.reason, hand, instead(hand, outcome.reason))
    const result = carryOut(hand, outcome, (task) => ({
      kind: 'done',
      facts: factsFor(hand, task),
      step,
      files: 0,
      to: names,
    }))
    return { ...result, answers: [...(result.answers ?? []), ...(also?.(turn, hand, outcome.decision) ?? [])] }
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
