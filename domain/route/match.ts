import { LOOKED_AT, squeeze } from '../text/fold.ts'
import { remembered } from '../text/remembered.ts'
import type { Duty } from '../town.ts'

/** Where a keyword stands in the squeezed text. */
export type Span = Readonly<{ word: string; from: number; to: number }>

/** A duty item a text speaks of; `spans` are its keywords there, none overlapping, `index` the earliest. */
export type DutyMatch = Readonly<{
  duty: Duty
  score: number
  words: readonly string[]
  index: number
  spans: readonly Span[]
}>

type Pattern = Readonly<{ word: string; duties: readonly Duty[] }>

/** Keywords by their first two characters, so that a message costs its length and not the length of the duty list. */
type Index = ReadonlyMap<string, readonly Pattern[]>

const indexes = new WeakMap<readonly Duty[], Index>()

/** Duty items by their keywords and names in a text, best first; ties go to the earlier in the text. Only items in force on `day`. */
export const matchDuties = remembered(matched)

function matched(text: string, duties: readonly Duty[], day: string): readonly DutyMatch[] {
  const said = squeeze(text.slice(0, LOOKED_AT))
  const spans = spansByDuty(said, indexOf(duties))
  const matches = [...spans].filter(([duty]) => isInForce(duty, day)).map(([duty, found]) => toMatch(duty, found))
  return matches.toSorted((a, b) => b.score - a.score || a.index - b.index)
}

/** Does a text use any word of the duty list, in force or not? */
export function namesDuty(text: string, duties: readonly Duty[]): boolean {
  return spansByDuty(squeeze(text.slice(0, LOOKED_AT)), indexOf(duties)).size > 0
}

export function isInForce(duty: Duty, day: string): boolean {
  return (duty.validFrom === null || duty.validFrom <= day) && (duty.validUntil === null || day <= duty.validUntil)
}

export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}

function spansByDuty(said: string, index: Index): Map<Duty, Span[]> {
  const found = new Map<Duty, Span[]>()
  for (let at = 0; at < said.length; at++) {
    for (const key of [said.slice(at, at + 2), said.slice(at, at + 1)]) {
      for (const { word, duties } of index.get(key) ?? [])
        if (said.startsWith(word, at)) note(found, duties, { word, from: at, to: at + word.length })
    }
  }
  return found
}

function note(found: Map<Duty, Span[]>, duties: readonly Duty[], span: Span): void {
  for (const duty of duties) {
    const spans = found.get(duty)
    if (spans) spans.push(span)
    else found.set(duty, [span])
  }
}

/** A word inside a longer word of the same item, or said twice, counts once. */
function toMatch(duty: Duty, found: readonly Span[]): DutyMatch {
  const kept: Span[] = []
  for (const span of found.toSorted((a, b) => b.word.length - a.word.length || a.from - b.from)) {
    if (kept.every((other) => other.word !== span.word && !overlap(other, span))) kept.push(span)
  }
  const spans = kept.toSorted((a, b) => a.from - b.from)
  return {
    duty,
    score: spans.reduce((sum, { word }) => sum + weight(word), 0),
    words: spans.map(({ word }) => word),
    index: spans[0]?.from ?? 0,
    spans,
  }
}

/** A longer word says more than its characters: one of four beats three of two. */
function weight(word: string): number {
  return word.length * word.length
}

function indexOf(duties: readonly Duty[]): Index {
  const known = indexes.get(duties)
  if (known) return known
  const built = build(duties)
  indexes.set(duties, built)
  return built
}

function build(duties: readonly Duty[]): Index {
  const owners = new Map<string, Duty[]>()
  for (const duty of duties) for (const word of wordsOf(duty)) owners.set(word, [...(owners.get(word) ?? []), duty])
  const index = new Map<string, Pattern[]>()
  for (const [word, owned] of owners)
    index.set(word.slice(0, 2), [...(index.get(word.slice(0, 2)) ?? []), { word, duties: owned }])
  return index
}

function wordsOf(duty: Duty): Set<string> {
  return new Set([...duty.keywords, duty.name].map(squeeze).filter((word) => word !== ''))
}
