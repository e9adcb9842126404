import type { ReviewView } from '../../domain/review/said.ts'
import { CHECK_POINTS } from '../../domain/review/checkPoints.ts'
import { proposalText } from '../wording/legal-file.ts'
import { when } from '../wording/names.ts'
import { REVIEW_CARD, SIGNOFF_CARD } from '../wording/review-cards.ts'
import { leftText, pointNames, POINT_OF, REVIEW_STATES, SIGNOFF_STATES, WARNING } from '../wording/review-names.ts'
import { amountText } from '../wording/review-sheet.ts'
import type { Body } from '../wording/words.ts'
import type { Button, CardPlan } from './card.ts'

const { keys, buttons } = REVIEW_CARD

/** A review as a card; what is over keeps the button by which it can be read. */
export function reviewCard({ cardId, facts, view, why }: Body<'review-card'>): CardPlan {
  return {
    id: cardId,
    source: REVIEW_CARD.source,
    red: false,
    title: `${REVIEW_STATES[view.state]} ${facts.caseNo}`,
    desc: [view.filingNo, REVIEW_CARD.again(view.round)].filter(Boolean).join(' '),
    body: [isOther(why) ? REVIEW_CARD.holds(view.owner) : '', bodyOf(view)].filter(Boolean).join(' '),
    quote: quoteOf(view) ?? null,
    rows: [
      { name: keys.town, value: facts.town },
      { name: keys.item, value: view.itemName },
      { name: keys.party, value: view.party ?? '' },
      { name: keys.proposal, value: proposalText(view) ?? '' },
      { name: keys.amount, value: amountText(view) ?? '' },
      view.state === 'open'
        ? { name: keys.due, value: view.dueAt ? when(view.dueAt) : '' }
        : { name: keys.decided, value: [REVIEW_STATES[view.state], view.decidedBy ?? ''].join(' ').trim() },
    ],
    buttons: buttonsOf(view, isOther(why)),
  }
}

const isOther = (why: Body<'review-card'>['why']): boolean => why === 'offer' || why === 'other'

/** What the rules found stands where it is read first; else the checklist. */
function bodyOf({ warnings }: ReviewView): string {
  if (warnings.length === 0) return REVIEW_CARD.check(pointNames(CHECK_POINTS))
  return REVIEW_CARD.warn(warnings.map((each) => WARNING[each]))
}

function quoteOf({ state, history, points, note }: ReviewView): CardPlan['quote'] {
  if (state === 'passed' || state === 'rejected')
    return { title: REVIEW_STATES[state], text: [pointNames(points), note ?? ''].filter(Boolean).join(' ') }
  const last = history.at(-1)
  if (!last) return { title: REVIEW_CARD.points, text: pointNames(CHECK_POINTS) }
  return { title: REVIEW_CARD.before, text: [pointNames(last.points), last.note ?? ''].filter(Boolean).join(' ') }
}

function buttonsOf({ no, fileNo, state }: ReviewView, others: boolean): readonly Button[] {
  const show = { key: `review-show:${no}`, text: buttons.show }
  const file = { key: `file-show:${fileNo}`, text: buttons.file }
  if (state !== 'open') return [file, show]
  if (others) return [{ key: `review-take:${no}`, text: buttons.take }, file, show]
  const pass = { key: `review-pass:${no}`, text: buttons.pass }
  return [pass, { key: `review-reject:${no}`, text: buttons.reject }, file, show]
}

export function signoffCard({ cardId, facts, view }: Body<'signoff-card'>): CardPlan {
  const { keys: names, buttons: texts } = SIGNOFF_CARD
  const file = { key: `file-show:${view.fileNo}`, text: texts.file }
  const answers = [
    { key: `signoff-agree:${view.no}`, text: texts.agree },
    { key: `signoff-refuse:${view.no}`, text: texts.refuse },
  ]
  return {
    id: cardId,
    source: SIGNOFF_CARD.source,
    red: false,
    title: `${SIGNOFF_STATES[view.state]} ${facts.caseNo}`,
    desc: [POINT_OF[view.point], view.filingNo].join(' '),
    body: [view.mentor, leftText(view.left)].filter(Boolean).join(' · '),
    quote: view.note ? { title: view.decidedBy ?? names.result, text: view.note } : null,
    rows: [
      { name: names.item, value: view.itemName },
      { name: names.party, value: view.party ?? '' },
      { name: names.proposal, value: proposalText(view) ?? '' },
      { name: names.amount, value: amountText(view) ?? '' },
      view.state === 'open'
        ? { name: names.due, value: view.dueAt ? when(view.dueAt) : '' }
        : { name: names.result, value: [SIGNOFF_STATES[view.state], view.decidedBy ?? ''].join(' ').trim() },
    ],
    buttons: view.state === 'open' ? [...answers, file] : [file],
  }
}
