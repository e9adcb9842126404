import { findCaseNo } from './caseNo.ts'
import { isAct, type Reading } from './grammar.ts'
import { VERBS, type Verb } from './parsed.ts'
import { refAt } from './reference.ts'
import { wordsOf } from './smallTalk.ts'
import { NUMBER_WITHIN, WORD_AND_NUMBER } from './wording-number.ts'
import { HINTS, TALKING_ABOUT, WHISTLED, WORDS, wordsFor } from './wording.ts'

export type Nearest = readonly [string, string]

const ALL_WORDS = VERBS.flatMap((verb) => wordsFor(verb))

/** A sentence longer than this that merely mentions a case is a report. */
const MENTION = 30

/**
 * The two nearest command words when a staff text was meant as a command but is none; null when it is ordinary text.
 * `reading` is what was read and refused.
 */
export function nearestCommands(folded: string, reading: Reading | null): Nearest | null {
  const mentioned = findCaseNo(folded)
  if (mentioned)
    return folded.length - (mentioned.to - mentioned.from) <= MENTION
      ? nearest(wordsOf(withoutSpan(folded, mentioned)))
      : null
  if (WHISTLED.test(folded)) return nearest(WORDS.whistle[0])
  if (reading) return wasMeant(reading) ? nearest(wordsFor(reading.verb)[0]) : null
  const numbered = WORD_AND_NUMBER.exec(folded)
  if (numbered) return nearest(wordsOf(numbered[1] ?? ''))
  return misspelt(folded)
}

function wasMeant({ verb, glued, rest }: Reading): boolean {
  const isShort = wordsOf(rest).length <= 8 || NUMBER_WITHIN.test(rest)
  return isAct(verb) && isShort && !(glued && TALKING_ABOUT.test(rest))
}

/** A slip of the thumb: 2-4 characters near a word, followed by a number or by nothing. */
function misspelt(folded: string): Nearest | null {
  for (const length of [4, 3, 2]) {
    const head = folded.slice(0, length)
    const tail = folded.slice(length)
    const number = refAt(tail)
    if (wordsOf(head).length !== length || (!number && wordsOf(tail) !== '')) continue
    if (ALL_WORDS.some((word) => isSlip(head, word, number !== null))) return nearest(head)
    if (number && HINTS[head] === 'admit-approve') return nearest(head)
    if (!number && Object.hasOwn(HINTS, head) && tail.trim() === '' && HINTS[head] && isAct(HINTS[head]))
      return nearest(head)
  }
  return null
}

/** Two-character words differ by one character from half the language, so without a number the first one must be right. */
function isSlip(head: string, word: string, numbered: boolean): boolean {
  if (Math.abs(word.length - head.length) > 1 || distance(head, word) > 1) return false
  return numbered || word.length > 2 || head[0] === word[0]
}

/** The first words of the two verbs nearest to what was written. */
export function nearest(written: string): Nearest {
  if (written === '') return [WORDS.detail[0], WORDS.sign[0]]
  const hinted = Object.entries(HINTS).find(([word]) => written.includes(word))?.[1]
  const ranked = VERBS.map((verb) => ({ verb, far: verb === hinted ? -1 : far(written, verb) })).toSorted(
    (a, b) => a.far - b.far,
  )
  const [first = 'help', second = 'detail'] = ranked.map(({ verb }) => verb)
  return [wordsFor(first)[0], wordsFor(second)[0]]
}

function far(written: string, verb: Verb): number {
  const distances = wordsFor(verb).map((word) => (written.includes(word) ? 0 : distance(written.slice(0, 6), word)))
  return Math.min(...distances)
}

function withoutSpan(text: string, { from, to }: Readonly<{ from: number; to: number }>): string {
  return text.slice(0, from) + text.slice(to)
}

/** Levenshtein. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, x] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, y] of [...b].entries())
      next.push(Math.min((row[j] ?? 0) + (x === y ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    row = next
  }
  return row[b.length] ?? 0
}
