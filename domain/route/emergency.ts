import { LOOKED_AT, squeeze } from '../text/fold.ts'
import { DENIALS, NO_DENIALS } from './wording.ts'

/**
 * The first emergency word of a text that is not denied right before it, or null.
 * A false alarm is cheaper than a missed danger: questions, rumours and old stories count.
 */
export function emergencyWord(text: string, words: readonly string[]): string | null {
  const said = squeeze(text.slice(0, LOOKED_AT))
  return squeezed(words).find(({ plain }) => isSaid(said, plain))?.word ?? null
}

type Word = Readonly<{ word: string; plain: string }>
const prepared = new WeakMap<readonly string[], readonly Word[]>()

/** The same list is asked of every message: its words are made comparable once. */
function squeezed(words: readonly string[]): readonly Word[] {
  const known = prepared.get(words) ?? words.map((word) => ({ word, plain: squeeze(word) }))
  prepared.set(words, known)
  return known
}

function isSaid(said: string, word: string): boolean {
  if (word === '') return false
  for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1))
    if (!isDenied(said.slice(Math.max(0, at - 4), at))) return true
  return false
}

function isDenied(before: string): boolean {
  return DENIALS.some((denial) => before.endsWith(denial)) && !NO_DENIALS.some((words) => before.endsWith(words))
}
