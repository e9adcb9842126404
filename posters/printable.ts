import { unprintable } from './font.ts'
import { WORDING } from './wording.ts'

/** The words with a sign in place of each character the font has no picture of. */
export function printable(words: string): string {
  const missing = unprintable(words)
  return [...words].map((char) => (missing.includes(char) ? WORDING.unknown : char)).join('')
}
