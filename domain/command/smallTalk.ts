import { squeeze } from '../text/fold.ts'
import type { Parsed } from './parsed.ts'
import { CALLING, FACE, GREETING, GREETING_FILLER, THANKS, THANKS_CORE } from './wording.ts'

const PICTURES = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\uFE0F\u20E3]/gu
const NOT_WORDS = /[^\p{L}\p{N}]/gu

/** Nobody is greeted in more than this. */
const LONGEST = 30

/** Messages that carry nothing to work on, or null. */
export function smallTalk(text: string): Parsed | null {
  const spoken = wordsOf(text)
  if (spoken === '') return { kind: hasPicture(text) ? 'emoji' : 'empty' }
  if (spoken.length > LONGEST) return null
  if (isGreeting(spoken)) return { kind: 'greeting' }
  return isThanks(spoken) ? { kind: 'thanks' } : null
}

/** Letters and digits alone: no punctuation, no emoji, no [微笑]. */
export function wordsOf(text: string): string {
  return squeeze(text).replace(FACE, '').replace(PICTURES, '').replace(NOT_WORDS, '')
}

/** Thanks or a mere acknowledgement: 谢谢, 辛苦了, 好的, 收到. */
export function isThanks(spoken: string): boolean {
  return THANKS.test(spoken) && THANKS_CORE.test(spoken)
}

function isGreeting(spoken: string): boolean {
  if (GREETING.exec(spoken)?.[0].length === spoken.length) return true
  const words = spoken.replace(GREETING_FILLER, '')
  if (words === '') return CALLING.test(spoken)
  return GREETING.exec(words)?.[0].length === words.length
}

function hasPicture(text: string): boolean {
  return text.search(PICTURES) >= 0 || text.search(FACE) >= 0
}
