import type { HandoverCard, LeaveCard, SwapCard } from '../../domain/crew/said.ts'
import { about } from '../wording/common.ts'
import { CREW_CARD, handoverState, leaveState, swapState } from '../wording/crew-cards.ts'
import { daysText, shiftText, span } from '../wording/crew-days.ts'
import { shortNo } from '../wording/names.ts'
import type { Cards } from '../wording/part.ts'
import type { Button, CardPlan } from './card.ts'

type Kinds = 'leave-card' | 'swap-card' | 'handover-card'

/** Requests of the crew, with their buttons as long as they wait. */
export const crewCards: Pick<Cards, Kinds> = {
  'leave-card': leaveCard,
  'swap-card': swapCard,
  'handover-card': handoverCard,
}

const { keys } = CREW_CARD
/** A card must keep a button: once it is decided, a tap only tells so. */
const over = (key: string): Button => ({ key, text: CREW_CARD.over })

function leaveCard(card: LeaveCard): CardPlan {
  const { no, cardId, by, station, from, to, note, gaps, state, decidedBy, answer } = card
  return {
    id: cardId,
    source: CREW_CARD.leave,
    red: card.late === true,
    title: `${by} ${span(from, to)}`,
    desc: leaveState(card),
    body: no,
    quote: { title: answer ? CREW_CARD.answer : CREW_CARD.why, text: answer ?? note ?? '' },
    rows: [
      { name: keys.by, value: by },
      { name: keys.unit, value: station ?? '' },
      { name: keys.days, value: span(from, to) },
      { name: keys.gap, value: gaps.length > 0 ? daysText(gaps) : '' },
      { name: keys.who, value: decidedBy ?? '' },
    ],
    buttons: choices(state === 'asked', 'leave', no),
  }
}

function swapCard(card: SwapCard): CardPlan {
  const { no, cardId, by, station, shifts, state } = card
  return {
    id: cardId,
    source: CREW_CARD.swap,
    red: false,
    title: CREW_CARD.both(by, card.with),
    desc: swapState(card),
    body: no,
    rows: [
      { name: keys.by, value: by },
      { name: keys.unit, value: station },
      ...shifts.map((shift) => ({ name: keys.days, value: shiftText(shift) })),
    ],
    buttons: choices(state === 'asked', 'swap', no),
  }
}

function choices(open: boolean, verb: 'leave' | 'swap', no: string): Button[] {
  if (!open) return [over(`${verb}-agree:${no}`)]
  return [
    { key: `${verb}-agree:${no}`, text: CREW_CARD.agree },
    { key: `${verb}-refuse:${no}`, text: CREW_CARD.refuse },
  ]
}

const ROWS = 3

function handoverCard(card: HandoverCard): CardPlan {
  const { no, cardId, by, to, note, items, state } = card
  const more = items.length - ROWS
  return {
    id: cardId,
    source: CREW_CARD.handover,
    red: card.again === true,
    title: `${by} → ${to}`,
    desc: handoverState(card),
    body: no,
    quote: note ? { title: CREW_CARD.note, text: note } : null,
    rows: [
      { name: keys.count, value: items.length > 0 ? CREW_CARD.count(items.length) : '' },
      ...items.slice(0, ROWS).map((facts) => ({ name: shortNo(facts.caseNo).slice(0, 5), value: about(facts) })),
      ...(more > 0 ? [{ name: CREW_CARD.others, value: CREW_CARD.count(more) }] : []),
    ],
    buttons: [state === 'asked' ? { key: `handover-take:${no}`, text: CREW_CARD.take } : over(`handover-take:${no}`)],
  }
}
