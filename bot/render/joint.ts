import type { JointSaid } from '../../domain/joint/said.ts'
import { CHILD_STATES, HELPING_CARD, REQUEST_STATES } from '../wording/helping.ts'
import { when } from '../wording/names.ts'
import type { Cards } from '../wording/part.ts'
import { hereOf, MARK_NAMES, rollCells, rowText, stateText, WHISTLE_CARD } from '../wording/whistle.ts'
import type { Body } from '../wording/words.ts'
import type { Button, CardPlan } from './card.ts'
import { CARD_LIMITS } from './look.ts'

const { keys, buttons } = WHISTLE_CARD

/** The cards of whistles, requests for help and child tasks. */
export const jointCards: Pick<Cards, JointSaid['kind']> = {
  'whistle-card': whistleCard,
  'whistle-roll': rollCard,
  'whistle-score': scoreCard,
  'request-card': requestCard,
  'child-card': childCard,
}

const detail = (caseNo: string): Button => ({ key: `detail:${caseNo}`, text: buttons.detail })

function whistleCard({ cardId, whistle, row }: Body<'whistle-card'>): CardPlan {
  const { no, sort, place, reason, commander, dueAt, caseNo, ended } = whistle
  return {
    id: cardId,
    source: WHISTLE_CARD.source(sort),
    red: sort === 'emergency' && !ended,
    title: WHISTLE_CARD.come(place),
    desc: ended ? WHISTLE_CARD.over(no) : WHISTLE_CARD.by(no, dueAt),
    body: reason,
    rows: [
      { name: keys.own, value: row.state === 'waiting' ? row.unit : rowText(row) },
      { name: keys.place, value: place ?? '' },
      { name: keys.commander, value: commander },
      { name: keys.due, value: when(dueAt) },
      { name: keys.caseNo, value: caseNo ?? '' },
    ],
    buttons: answersOf(whistle, row.state),
  }
}

/** It must keep a button: when all is over, one that does no harm. */
function answersOf(
  { no, ended, caseNo }: Body<'whistle-card'>['whistle'],
  state: Body<'whistle-card'>['row']['state'],
): Button[] {
  const seen = { key: `whistle-seen:${no}`, text: buttons.seen }
  const cannot = { key: `cannot-come:${no}`, text: buttons.cannot }
  const isThere = state === 'came' || state === 'late'
  const here = { key: `check-in:${no}`, text: isThere ? buttons.also : buttons.here }
  if (ended) return [caseNo ? detail(caseNo) : { ...seen, text: buttons.over }]
  if (isThere || state === 'cannot') return [here]
  return state === 'seen' ? [here, cannot] : [seen, here, cannot]
}

function rollCard({ cardId, whistle, rows }: Body<'whistle-roll'>): CardPlan {
  const { no, sort, place, reason, dueAt, ended } = whistle
  const most = CARD_LIMITS.aibot.rows
  const others = rows.slice(most)
  const roll = { key: `roll-call:${no}`, text: buttons.roll }
  return {
    id: cardId,
    source: WHISTLE_CARD.source(sort),
    red: sort === 'emergency' && !ended,
    title: WHISTLE_CARD.count(hereOf(rows), rows.length, place),
    desc: ended ? WHISTLE_CARD.over(no) : WHISTLE_CARD.by(no, dueAt),
    body: reason,
    quote: others.length > 0 ? { title: keys.others, text: others.map(rowText).join(' ') } : null,
    rows: rows.slice(0, most).map(rollCells),
    buttons: ended ? [roll] : [roll, { key: `whistle-end:${no}`, text: buttons.end }],
  }
}

function scoreCard({ cardId, whistle, row, station, mark }: Body<'whistle-score'>): CardPlan {
  const marks = (['good', 'fair', 'poor'] as const).map((each) => ({
    key: `whistle-score:${whistle.no}:${station} ${each}`,
    text: MARK_NAMES[each],
  }))
  return {
    id: cardId,
    source: WHISTLE_CARD.scoreSource,
    red: false,
    title: WHISTLE_CARD.score(row.unit, mark),
    desc: whistle.no,
    body: stateText(row),
    rows: [{ name: keys.place, value: whistle.place ?? '' }],
    buttons: marks,
  }
}

function requestCard({ cardId, facts, request }: Body<'request-card'>): CardPlan {
  const { no, from, reason, dueAt, state, answer } = request
  const { keys: names, buttons: texts } = HELPING_CARD
  const open = state === 'asked'
  return {
    id: cardId,
    source: HELPING_CARD.request,
    red: facts.level === 'emergency' && open,
    title: HELPING_CARD.asks(from),
    desc: open ? HELPING_CARD.by(no, dueAt) : `${no} ${REQUEST_STATES[state]}`,
    body: reason,
    rows: [
      { name: names.caseNo, value: facts.caseNo },
      { name: names.place, value: facts.place ?? '' },
      { name: names.item, value: facts.item ?? '' },
      { name: names.due, value: when(dueAt) },
      { name: names.answer, value: answer ? `${answer.by} ${REQUEST_STATES[state]} ${answer.note ?? ''}` : '' },
    ],
    buttons: open
      ? [
          { key: `request-agree:${no}`, text: texts.agree },
          { key: `request-refuse:${no}`, text: texts.refuse },
          detail(facts.caseNo),
        ]
      : [detail(facts.caseNo)],
  }
}

function childCard({ cardId, facts, child }: Body<'child-card'>): CardPlan {
  const { no, from, text, must, dueAt, state, holder, result } = child
  const { keys: names, buttons: texts } = HELPING_CARD
  const take = { key: `child-take:${no}`, text: texts.take }
  const done = { key: `child-done:${no}`, text: texts.done }
  const acts = { given: [take, done], taken: [done], done: [], dropped: [] }[state]
  return {
    id: cardId,
    source: HELPING_CARD.child,
    red: false,
    title: HELPING_CARD.title(text),
    desc: `${no} ${CHILD_STATES[state]}`,
    body: result ?? text,
    rows: [
      { name: names.caseNo, value: facts.caseNo },
      { name: names.place, value: facts.place ?? '' },
      { name: names.from, value: from },
      { name: names.due, value: when(dueAt) },
      { name: names.must, value: must ? HELPING_CARD.must : HELPING_CARD.optional },
      { name: names.holder, value: holder ?? '' },
    ],
    buttons: [...acts, detail(facts.caseNo)],
  }
}
