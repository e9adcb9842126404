import type { ExtensionCard, SuspensionCard } from '../../domain/work/said.ts'
import { about, dayName } from '../wording/common.ts'
import { when } from '../wording/names.ts'
import type { Cards } from '../wording/part.ts'
import { requestState, WORK_CARD } from '../wording/work-cards.ts'
import type { Button, CardPlan } from './card.ts'

type Kinds = 'extension-card' | 'suspension-card'

/** Requests, with 同意 and 不同意 as long as they wait. */
export const workCards: Pick<Cards, Kinds> = {
  'extension-card': (card) =>
    requestCard(card, WORK_CARD.extension, 'extend', [
      { name: WORK_CARD.keys.days, value: WORK_CARD.days(card.days) },
      { name: WORK_CARD.keys.due, value: card.dueWas ? when(card.dueWas) : '' },
      { name: WORK_CARD.keys.now, value: card.dueNow ? when(card.dueNow) : '' },
    ]),
  'suspension-card': (card) =>
    requestCard(card, `${WORK_CARD.suspension}${card.renewed ? WORK_CARD.again : ''}`, 'suspend', [
      { name: WORK_CARD.keys.until, value: dayName(card.until) },
    ]),
}

function requestCard(
  card: ExtensionCard | SuspensionCard,
  source: string,
  verb: 'extend' | 'suspend',
  rows: CardPlan['rows'],
): CardPlan {
  const { facts, note, by, decidedBy, answer, cardId } = card
  const { keys } = WORK_CARD
  return {
    id: cardId,
    source,
    red: card.late === true,
    title: `${facts.caseNo} ${facts.item ?? ''}`,
    desc: requestState(card),
    body: about(facts),
    quote: { title: answer ? keys.answer : WORK_CARD.why, text: answer ?? note },
    rows: [
      { name: keys.lead, value: facts.lead ?? '' },
      { name: keys.by, value: by ?? '' },
      ...rows,
      { name: keys.who, value: decidedBy ?? '' },
    ],
    buttons: buttons(card, verb),
  }
}

/** A card must keep a button: where nothing is left to decide, the details. */
function buttons({ state, no, facts }: ExtensionCard | SuspensionCard, verb: 'extend' | 'suspend'): Button[] {
  const detail = { key: `detail:${facts.caseNo}`, text: WORK_CARD.detail }
  if (state !== 'asked') return [detail]
  return [
    { key: `${verb}-agree:${no}`, text: WORK_CARD.agree },
    { key: `${verb}-refuse:${no}`, text: WORK_CARD.refuse },
    detail,
  ]
}
