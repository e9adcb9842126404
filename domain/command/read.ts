import { readPushedDown } from '../admission/wording-admission.ts'
import { isMonth } from '../assess/wording-appeal.ts'
import { fold } from '../text/fold.ts'
import { findCaseNo } from './caseNo.ts'
import { isAct, isAnybodys, isOfMonth, isShown, type Reading } from './grammar.ts'
import { VERBS, type Audience, type CaseRef, type Verb } from './parsed.ts'
import { refAt, refAtEnd, refBefore, separators, type RefRead } from './reference.ts'
import { wordsOf } from './smallTalk.ts'
import {
  ASK_HELP,
  MAP_OF,
  MERGE_BOTH,
  PARTICLE,
  REPORTER_PREFIX,
  SHOW_OF,
  SHOW_PREFIX,
  SHOW_WHEN,
  STAFF_PREFIX,
  STATION_LEAD,
  STATION_TAIL,
  WHO_HANDLES,
  wordsFor,
} from './wording.ts'

/** `ref` is the case the command names; `mention` a case its text merely speaks of. */
export type Read = Reading & Readonly<{ ref: CaseRef | null; mention: CaseRef | null }>

/** A longer text is looked at as far as this. */
const PUSHED_WITHIN = 2_000

type Word = Readonly<{ word: string; verb: Verb }>

/** All words, longest first, so that 今日值班 is not 今日. */
const ALL: readonly Word[] = VERBS.flatMap((verb) => wordsFor(verb).map((word) => ({ word, verb }))).toSorted(
  (a, b) => b.word.length - a.word.length,
)
const SHOWN = ALL.filter(({ verb }) => isShown(verb))
const BY_AUDIENCE: Readonly<Record<Audience, readonly Word[]>> = {
  staff: ALL,
  villager: ALL.filter(({ verb }) => isAnybodys(verb) || isAct(verb)),
}

/**
 * Reads a message as `[number] [prefix] verb [particle] [number] [rest]`; null when no verb stands there.
 * `text` and `folded` are the same message, position by position.
 */
export function read(text: string, folded: string, audience: Audience): Read | null {
  const before = refBefore(folded)
  const afterNumber = before ? readVerb(text, folded, before.length, before, audience) : null
  return (
    afterNumber ??
    readVerb(text, folded, 0, null, audience) ??
    readMapOf(folded) ??
    readMergeBoth(folded, audience) ??
    readAskHelp(text, folded, audience) ??
    readWhoHandles(folded, audience) ??
    readPushed(text, audience)
  )
}

function readVerb(text: string, folded: string, from: number, before: RefRead | null, audience: Audience): Read | null {
  const start = from + separators(folded.slice(from))
  const prefixes = [0, lengthOf(STAFF_PREFIX, folded.slice(start)), lengthOf(REPORTER_PREFIX, folded.slice(start))]
  for (const prefix of new Set(prefixes)) {
    const at = start + prefix
    const found = BY_AUDIENCE[audience].find(({ word }) => folded.startsWith(word, at))
    if (found) return readTail(text, folded, at + found.word.length, found.verb, before, prefix > 0)
  }
  return audience === 'staff' && !before ? readShown(text, folded, start) : null
}

/** 「看今日」「发一下本周周报」「上月考核」: whoever asks to be shown something may say so, and of when. */
function readShown(text: string, folded: string, start: number): Read | null {
  const said = start + lengthOf(SHOW_PREFIX, folded.slice(start))
  const when = said + lengthOf(SHOW_WHEN, folded.slice(said))
  const ends = [said, when + lengthOf(SHOW_OF, folded.slice(when))]
  for (const at of new Set(ends)) {
    const found = at > start ? SHOWN.find(({ word }) => folded.startsWith(word, at)) : undefined
    if (found)
      return withMonth(readTail(text, folded, at + found.word.length, found.verb, null, true), folded.slice(said, when))
  }
  return null
}

/** What is asked for by the month says which behind it. */
function withMonth(read: Read, when: string): Read {
  return read.rest === '' && isOfMonth(read.verb) && isMonth(when) ? { ...read, rest: when } : read
}

function readTail(
  text: string,
  folded: string,
  from: number,
  verb: Verb,
  before: RefRead | null,
  prefixed: boolean,
): Read {
  const start = from + lengthOf(PARTICLE, folded.slice(from))
  const number = before ? null : refAt(folded.slice(start))
  const next = start + (number?.length ?? 0)
  const gap = separators(folded.slice(next))
  const rest = clean(text.slice(next + gap))
  const ref = before?.ref ?? number?.ref ?? null
  return withStation(
    { verb, ref, mention: null, numbered: ref !== null, glued: !number && gap === 0 && rest !== '', prefixed, rest },
    folded,
  )
}

/** Stations are also written before the number, and with words around them. */
function withStation(reading: Read, folded: string): Read {
  const found = withNumber(reading, folded)
  if (found.verb !== 'assign' && found.verb !== 'rule') return found
  const atEnd = found.ref ? null : refAtEnd(fold(found.rest))
  const rest = atEnd ? found.rest.slice(0, atEnd.from) : found.rest
  const station = rest
    .replace(STATION_LEAD, '')
    .replace(/[\s。.!！,，]+$/u, '')
    .replace(STATION_TAIL, '')
    .trim()
  return { ...found, ref: found.ref ?? atEnd?.ref ?? null, numbered: found.numbered || atEnd !== null, rest: station }
}

const LAST = { ref: null, mention: null, numbered: false, glued: false, prefixed: false } as const
const ended = (folded: string): string => folded.replace(/[\s?？。!]+$/u, '')

/** 「违法占地的导图」 */
function readMapOf(folded: string): Read | null {
  const asked = MAP_OF.exec(ended(folded))?.[1]
  return asked ? { ...LAST, verb: 'mindmap', rest: asked.trim() } : null
}

/** 「把0001和0002合并」 */
function readMergeBoth(folded: string, audience: Audience): Read | null {
  const [, into, other] = (audience === 'staff' && MERGE_BOTH.exec(ended(folded))) || []
  if (!into || !other) return null
  return { ...LAST, verb: 'merge', ref: { seq: Number(into) }, numbered: true, rest: other }
}

/** 「请求城管协助 0007 有人阻挠」: the unit stands inside the word. */
function readAskHelp(text: string, folded: string, audience: Audience): Read | null {
  const [, unit, tail] = (audience === 'staff' && ASK_HELP.exec(folded)) || []
  if (!unit || tail === undefined) return null
  const from = folded.length - tail.length
  const number = refAt(tail)
  const next = from + (number?.length ?? 0)
  const said = text.slice(next + separators(folded.slice(next)))
  return {
    ...LAST,
    verb: 'request',
    ref: number?.ref ?? null,
    numbered: number !== null,
    rest: `${unit} ${said}`.trim(),
  }
}

/** 「占道经营归谁管」: the one command whose word comes last. */
function readWhoHandles(folded: string, audience: Audience): Read | null {
  const asked = audience === 'staff' ? WHO_HANDLES.exec(ended(folded))?.[1] : undefined
  if (!asked) return null
  return { ...LAST, verb: 'who-handles', rest: asked.trim() }
}

/** 「市水利局交办：…」 is 准入 in the words of whoever passes it on. */
function readPushed(text: string, audience: Audience): Read | null {
  const found = audience === 'staff' ? readPushedDown(text.slice(0, PUSHED_WITHIN).replace(/\s+/gu, ' ')) : null
  if (!found) return null
  return { ...LAST, verb: 'admit', rest: `${found.department} ${found.text}` }
}

/** A full case number that ends the text is the case; one in the middle stays part of the sentence. */
function withNumber(reading: Read, folded: string): Read {
  const found = reading.ref ? null : findCaseNo(folded)
  if (!found) return reading
  const ref = { caseNo: found.caseNo }
  if (wordsOf(folded.slice(found.to)) !== '') return { ...reading, mention: ref }
  const rest = fold(reading.rest)
  const before = rest.slice(0, findCaseNo(rest)?.from ?? rest.length).replace(/[\s\p{P}]+$/u, '')
  return { ...reading, ref, numbered: true, rest: reading.rest.slice(0, before.length) }
}

/** What only punctuates or smiles is no text. */
function clean(rest: string): string {
  return wordsOf(rest) === '' ? '' : rest.trim()
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0
}
