import { LOOKED_AT, squeeze } from '../text/fold.ts'
import { DENIALS, NO_DENIALS } from './wording.ts'

/**
 * The first emergency word of a text that is not denied right before it, or null.
 * A false alarm is cheaper than a missed danger: questions, rumours and old stories count.
 */
export function emergencyWord(text: string, words: readonly string[]): string | null {
  const said = squeeze(text.slice(0, LOOKED_AT))
  return words.find((word) => isSaid(said, squeeze(word))) ?? null
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
