import type { Choices, Facts, Known } from '../../domain/facts.ts'
import type { Stage } from '../../domain/task.ts'
import { oneLine } from '../text/clean.ts'
import { powerText } from '../wording/power.ts'
import { CARD, standing } from '../wording/card.ts'
import { CONFLICT_WHY, guessText, TRIAGE_WHY } from '../wording/command.ts'
import { dueOf, nextClock, stageOf } from '../wording/common.ts'
import { shortNo, STAGE_NAMES, when } from '../wording/names.ts'
import type { Cards } from '../wording/part.ts'
import { partCards } from '../wording/parts.ts'
import type { Body } from '../wording/words.ts'
import { NOTICE } from '../wording/robot.ts'
import type { Button, CardPlan } from './card.ts'

type Verb = keyof Omit<typeof CARD.buttons, 'again'>
type Rows = CardPlan['rows']

const button = (verb: Verb, facts: Facts, text: string = CARD.buttons[verb]): Button => ({
  key: `${verb}:${facts.caseNo}`,
  text,
})

/** The buttons of a unit's card; where nothing is left to do, only the details. */
const UNIT_BUTTONS: Readonly<Record<Stage, readonly Verb[]>> = {
  triage: ['detail'],
  dispatched: ['sign', 'return', 'detail'],
  signed: ['arrive', 'feedback', 'detail'],
  arrived: ['feedback', 'finish', 'detail'],
  disputed: ['detail'],
  finished: ['detail'],
  closed: ['detail'],
  withdrawn: ['detail'],
}

/** The card of a notice that has one. */
export const CARDS: Cards = {
  ...partCards,
  'task-card': ({ facts, cardId, note }) => unitCard(facts, cardId, note),
  'triage-card': triageCard,
  conflict: conflictCard,
  'card-update': updatedCard,
  'ask-place': (body) => (body.ask ? questionCard(placeTitle(body), body.text, body.ask) : null),
  'ask-problem': ({ place, ask }) => (ask ? questionCard(CARD.ask.problem, place ?? '', ask) : null),
  'ask-same': ({ known, again, ask }) =>
    questionCard(again ? CARD.ask.sameAgain : CARD.ask.same, known.map(knownLine).join(CARD.between), ask),
  'ask-which': ({ items, ask }) => questionCard(CARD.ask.which, items.map(ownLine).join(CARD.between), ask),
  elsewhere: ({ name, phone, ask }) =>
    ask ? questionCard(CARD.ask.elsewhere, CARD.elsewhere(name, phone), ask, CARD.ask.insist) : null,
  'progress-card': ({ facts, cardId }) => progressCard(facts, cardId),
  'ask-solved': ({ facts, cardId, again }) =>
    askCard(facts, cardId, asking(CARD.solved, again), ['solved', 'unsolved']),
  'ask-satisfied': ({ facts, cardId, again }) =>
    askCard(facts, cardId, asking(CARD.satisfied, again), ['satisfied', 'dissatisfied']),
}

/** A card of a part of the house is made where the part is known (render.ts). */
function updatedCard(body: Body<'card-update'>): CardPlan | null {
  if (body.view === 'part') return null
  return body.view === 'answered' ? chosenCard(body) : VIEWS[body.view](body.facts, body.cardId)
}

const VIEWS: Readonly<Record<'unit' | 'command' | 'reporter', (facts: Facts, cardId: string) => CardPlan>> = {
  unit: (facts, cardId) => unitCard(facts, cardId, null),
  command: (facts, cardId) => caseCard(facts, cardId, { buttons: [button('detail', facts)] }),
  reporter: (facts, cardId) => (OVER.includes(facts.stage) ? answeredCard : progressCard)(facts, cardId),
}

function unitCard(facts: Facts, cardId: string, note: string | null): CardPlan {
  const buttons = UNIT_BUTTONS[facts.stage].map((verb) => button(verb, facts))
  const power = powerText(facts)
  const quote = note ? { title: CARD.note, text: note } : power ? { title: CARD.power, text: power } : null
  return caseCard(facts, cardId, { buttons, quote })
}

function triageCard({ facts, cardId, candidates, why, note, by, guess }: Body<'triage-card'>): CardPlan {
  const choose = candidates
    .slice(0, 3)
    .map(({ id, name }) => ({ key: `assign:${facts.caseNo}:${id}`, text: name || id }))
  const said = note ?? (guess ? guessText(guess) : null)
  const quote = said ? { title: by ?? CARD.note, text: said } : null
  return caseCard(facts, cardId, { desc: TRIAGE_WHY[why], quote, buttons: [...choose, button('detail', facts)] })
}

function conflictCard({ facts, cardId, candidates, accused, note }: Body<'conflict'>): CardPlan {
  const choose = candidates.map(({ id, name }) => ({ key: `assign:${facts.caseNo}:${id}`, text: name || id }))
  const quote = {
    title: CARD.accused,
    text: [accused.join(CARD.separator), note ?? ''].filter(Boolean).join(CARD.between),
  }
  return caseCard(facts, cardId, { desc: CONFLICT_WHY, quote, buttons: [...choose, button('detail', facts)] })
}

/** A card about a case; `own` says what is special about it. */
function caseCard(facts: Facts, cardId: string, own: Partial<CardPlan> & Pick<CardPlan, 'buttons'>): CardPlan {
  return {
    id: cardId,
    source: CARD.source(facts),
    red: facts.level === 'emergency',
    title: `${facts.caseNo} ${facts.item ?? ''}`,
    desc: standing(facts),
    body: CARD.body(facts),
    rows: rowsOf(facts),
    ...own,
  }
}

/** An alert to leaders as a card that leads to a page. */
export function overduePlan({ facts, clock, dueAt }: Body<'overdue'>): CardPlan {
  return {
    ...caseCard(facts, '', { buttons: [] }),
    source: NOTICE.source,
    red: true,
    desc: NOTICE.late(clock, dueAt),
  }
}

function rowsOf(facts: Facts): Rows {
  const { keys, separator } = CARD
  return [
    { name: keys.kept, value: facts.shield ? CARD.kept[facts.shield] : '' },
    { name: keys.place, value: facts.place ?? '' },
    { name: keys.lead, value: CARD.lead(facts) },
    { name: keys.assist, value: facts.assist.join(separator) },
    { name: keys.holder, value: facts.holder ?? '' },
    { name: keys.handedTo, value: facts.handedTo ?? '' },
    ...dueRows(facts),
    { name: keys.result, value: facts.result ?? '' },
  ]
}

/** The next deadline, and the last one. */
function dueRows(facts: Facts): Rows {
  const next = nextClock(facts)
  if (!next) return []
  const clocks = next === 'finish' ? [next] : [next, 'finish' as const]
  return clocks.map((clock) => ({
    name: CARD.due[clock],
    value: dueOf(facts, clock) ? `${dueOf(facts, clock)}${facts.tentative ? CARD.tentative : ''}` : '',
  }))
}

type Asking = Readonly<{ source: string; ask: string }>

const asking = (asked: Asking, again = false): Asking => (again ? { ...asked, source: CARD.askedAgain } : asked)

function askCard(facts: Facts, cardId: string, asking: Asking, verbs: readonly Verb[]): CardPlan {
  return {
    id: cardId,
    source: asking.source,
    red: false,
    title: asking.ask,
    desc: facts.caseNo,
    body: facts.result ?? facts.text,
    rows: reporterRows(facts),
    buttons: verbs.map((verb) => button(verb, facts)),
  }
}

const OVER: readonly Stage[] = ['finished', 'closed', 'withdrawn']

/** How it stands, with a button to hurry the unit. */
/** To a reporter: that another one asked not to be known is not his business. */
const unshielded = ({ shield: _, ...facts }: Facts): Facts => facts

function progressCard(facts: Facts, cardId: string): CardPlan {
  return {
    id: cardId,
    source: stageOf(facts),
    red: false,
    title: CARD.progress(facts),
    desc: standing(facts),
    body: facts.text,
    rows: rowsOf(unshielded(facts)),
    buttons: [button('nudge', facts), button('withdraw', facts)],
  }
}

/** A question with what may be answered as buttons; the words below it say the same. */
function placeTitle({ towns = [], again }: Body<'ask-place'>): string {
  if (again) return CARD.ask.again[again]
  return towns.length > 1 ? CARD.ask.town : CARD.ask.place
}

function questionCard(
  title: string,
  body: string,
  { cardId, choices }: Choices,
  desc: string = CARD.ask.freely,
): CardPlan {
  return {
    id: cardId,
    source: CARD.ask.source,
    red: false,
    title,
    desc,
    body,
    rows: [],
    buttons: choices.map((text, i) => ({ key: `pick:${i}:${cardId}`, text: shown(text, i) })),
  }
}

/** A button must say something. */
const shown = (text: string, i: number): string => oneLine(text, 10) || String(i + 1)

const knownLine = ({ caseNo, item, place, at }: Known): string =>
  `${shortNo(caseNo)} ${[place, item].flatMap((part) => part ?? []).join(' ')} ${when(at)}`

const ownLine = ({ caseNo, item, place }: Facts): string =>
  `${shortNo(caseNo)} ${[place, item].flatMap((part) => part ?? []).join(' ')}`

/** It must keep a button, which answers nothing any more. */
function chosenCard({ cardId, chosen }: Extract<Body<'card-update'>, { view: 'answered' }>): CardPlan {
  const title = CARD.chosen(chosen)
  const buttons = [{ key: `pick:x:${cardId}`, text: shown(chosen, 0) }]
  return { id: cardId, source: CARD.answered, red: false, title, desc: '', body: '', rows: [], buttons }
}

/** What an asking card becomes when it was answered. It must keep a button: one that is still of use. */
function answeredCard(facts: Facts, cardId: string): CardPlan {
  return {
    id: cardId,
    source: STAGE_NAMES[facts.stage],
    red: false,
    title: CARD.answered,
    desc: facts.caseNo,
    body: facts.result ?? facts.text,
    rows: reporterRows(facts),
    buttons: [facts.stage === 'withdrawn' ? button('detail', facts) : button('unsolved', facts, CARD.buttons.again)],
  }
}

function reporterRows(facts: Facts): Rows {
  const { keys } = CARD
  return [
    { name: keys.place, value: facts.place ?? '' },
    { name: keys.lead, value: facts.lead ?? '' },
    { name: keys.text, value: facts.result === null ? '' : facts.text },
  ]
}
