import { beginsWithDepartment } from '../admission/wording-admission.ts'
import { isMonth } from '../assess/wording-appeal.ts'
import { topicsIn } from '../digest/wording-topics.ts'
import { isThanks, wordsOf } from './smallTalk.ts'
import type { BaseVerb, Verb } from './parsed.ts'
import { isPartVerb, PARTS } from './parts.ts'
import type { ShapeName } from './table.ts'
import { APART, ASKING, CONTRAST, HOW_LONG, NONE, PAGE, PRAISED, TALKING_ABOUT } from './wording.ts'

/** A message read as a command, before it is decided whether it is one. */
export type Reading = Readonly<{
  verb: Verb
  /** a case was named in the text itself */
  numbered: boolean
  /** the rest hangs on the word without any separator: 「到场看看」 */
  glued: boolean
  /** something like 「我已…」 came before the word */
  prefixed: boolean
  rest: string
}>

type Rule = (r: Reading, length: number) => boolean

const alone: Rule = (r) => r.rest === ''

/** The word and its case; whatever else is said must be set apart and short. */
const act: Rule = (r, length) =>
  alone(r, length) || (r.numbered && !asks(r)) || (!r.glued && !r.prefixed && length <= 12 && !asks(r))

/** The word, then any text. */
const tell: Rule = (r) =>
  !asks(r) && !(r.glued && TALKING_ABOUT.test(r.rest)) && (!r.prefixed || !r.glued || r.numbered)

/** The word, a case and more: 「合并 0007 0008」. Without a case it is a sentence. */
const about: Rule = (r) => r.numbered && !r.prefixed && !asks(r)

/** The word, then whatever it is about, set apart from it. */
const order: Rule = (r, length) =>
  alone(r, length) || (!r.prefixed && (!r.glued || r.numbered || APART.test(r.rest)) && !asks(r))

/** The same, also with how long right behind it: 「延期2天，下雨」. */
const term: Rule = (r, length) => order(r, length) || (!r.prefixed && !asks(r) && HOW_LONG.test(r.rest))

const query: Rule = (r, length) => alone(r, length) || (!r.glued && length <= 8)
/** … or the page, or whose, set apart or a figure: 「超期清单2」「超期清单 综合行政执法大队 2」. */
const page: Rule = (r, length) => alone(r, length) || PAGE.test(r.rest) || (!r.glued && !r.prefixed && length <= 20)
/** … or the month, right behind it: 「考核11月」. */
const monthly: Rule = (r, length) => query(r, length) || (!r.prefixed && isMonth(r.rest))
/** … or what he wants to hear, right behind it: 「只听超期」. */
const topics: Rule = (r, length) => order(r, length) || (!r.prefixed && topicsIn(r.rest) !== 'unclear')
const ask: Rule = (r, length) => length <= 30 && !(r.glued && TALKING_ABOUT.test(r.rest))

/** A reporter's own word: alone, with a number, or with a few words set apart. */
const own: Rule = (r, length) => alone(r, length) || ((r.numbered || !r.glued) && length <= 8)
/** The word and nothing else: with more it is the beginning of a report, 「匿名，桥头有人烧秸秆」. */
const bare: Rule = (r) => r.rest === '' || isThanks(wordsOf(r.rest))
const add: Rule = (r) => alone(r, 0) || !r.prefixed || !r.glued
const complain: Rule = (r, length) => alone(r, length) || length <= (r.numbered ? 60 : r.glued ? 6 : 20)

/** A plain yes: a yes with a but is left to people. */
const approve: Rule = (r, length) => {
  const said = wordsOf(r.rest)
  return (
    said === '' ||
    isThanks(said) ||
    ((!r.glued || r.numbered || PRAISED.test(said)) && length <= 12 && !CONTRAST.test(said))
  )
}

const SHAPES: Readonly<Record<ShapeName, Rule>> = {
  act,
  tell,
  about,
  order,
  term,
  query,
  page,
  monthly,
  topics,
  ask,
  own,
  bare,
  add,
  complain,
  approve,
  alone,
}

const RULES: Readonly<Record<BaseVerb, Rule>> = {
  sign: act,
  arrive: act,
  feedback: tell,
  finish: tell,
  return: tell,
  assign: tell,
  rule: tell,
  urge: act,
  whistle: order,
  transfer: order,
  merge: about,
  split: about,
  apart: about,
  unlearn: about,
  'told-otherwise': about,
  admit: (r, length) => order(r, length) || (!r.prefixed && !asks(r) && beginsWithDepartment(r.rest)),
  'admit-approve': order,
  'admit-refuse': order,
  admissions: query,
  mindmap: ask,
  classifier: order,
  place: about,
  aliases: query,
  'alias-approve': order,
  'alias-refuse': order,
  'ask-reporter': order,
  reveal: order,
  'reveal-agree': order,
  detail: act,
  'my-tasks': query,
  'on-duty': query,
  'who-handles': ask,
  help: query,
  today: query,
  progress: own,
  supplement: add,
  nudge: own,
  withdraw: own,
  satisfied: approve,
  dissatisfied: complain,
  solved: approve,
  unsolved: complain,
  anonymous: bare,
  confidential: bare,
  'my-data': alone,
  erase: alone,
  'erase-sure': alone,
  agree: order,
  disagree: order,
}

/** Words that are the reporter's; everybody may report, so staff may use them too. */
const REPORTERS: readonly Verb[] = [
  'progress',
  'supplement',
  'nudge',
  'withdraw',
  'satisfied',
  'dissatisfied',
  'solved',
  'unsolved',
  'help',
  'anonymous',
  'confidential',
  'my-data',
  'erase',
  'erase-sure',
]

/** Staff words that anybody may use. */
export const isAnybodys = (verb: Verb): boolean =>
  isReporters(verb) || verb === 'mindmap' || PARTS[verb]?.who === 'anybody'

export const isReporters = (verb: Verb): boolean => REPORTERS.includes(verb)

/** Words that change a case, as against those that only ask. */
const ACTS: readonly Verb[] = [
  'sign',
  'arrive',
  'feedback',
  'finish',
  'return',
  'assign',
  'rule',
  'urge',
  'whistle',
  'transfer',
  'merge',
  'split',
  'apart',
  'unlearn',
  'told-otherwise',
]

export const isAct = (verb: Verb): boolean => ACTS.includes(verb) || PARTS[verb]?.act === true

/** Is this reading a command, or a sentence that happens to begin with the word? */
export function isCommand(reading: Reading): boolean {
  return ruleOf(reading.verb)(reading, wordsOf(reading.rest).length)
}

/** A word that is an order only with a case, set apart like one: no report begins so, and what follows may name a party. */
export const lacksCase = (reading: Reading): boolean =>
  isAbout(reading.verb) && !reading.numbered && !reading.glued && !reading.prefixed && !asks(reading)

/** Where the case is shown by the message that is quoted it needs no number. */
export const withQuoted = (reading: Reading, isQuoted: boolean): Reading =>
  isQuoted && lacksCase(reading) ? { ...reading, numbered: true } : reading

const isAbout = (verb: Verb): boolean => isPartVerb(verb) && PARTS[verb]?.shape === 'about'

/** Words that only ask to be shown something: 「看今日」「发一下本周周报」 mean the word alone. */
export const isShown = (verb: Verb): boolean =>
  isPartVerb(verb) ? SHOWN.includes(PARTS[verb]?.shape ?? 'order') : RULES[verb] === query

export const isOfMonth = (verb: Verb): boolean => isPartVerb(verb) && PARTS[verb]?.shape === 'monthly'

const SHOWN: readonly ShapeName[] = ['query', 'page', 'monthly']

const ruleOf = (verb: Verb): Rule => (isPartVerb(verb) ? SHAPES[PARTS[verb]?.shape ?? 'order'] : RULES[verb])

/** 「反馈 0007 没有」: it may be meant as an order or as a question, but it is nothing else. */
export const asksOfCase = (reading: Reading): boolean => reading.numbered && !reading.glued && asks(reading)

function asks({ verb, rest, glued }: Reading): boolean {
  const said = wordsOf(rest)
  const isAnswer = !glued && isPartVerb(verb) && PARTS[verb]?.none === true && NONE.test(said)
  return !isAnswer && ASKING.test(said)
}
