/**
 * Makes what people type comparable without moving any character: full-width forms become ASCII, letters lower case,
 * every kind of blank, control and invisible character a space. Position i stays position i.
 */
export function fold(text: string): string {
  return ODD.test(text) ? folded(text) : text
}

/** Most texts have nothing to fold. */
const ODD = /[\uFF01-\uFF5E\s\p{Cc}\p{Cf}A-Z]/u

function folded(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\p{Cc}\p{Cf}]/gu, (c) => ' '.repeat(c.length))
    .replace(/[A-Z]+/g, (c) => c.toLowerCase())
}

/** Folded and without any space: what words are looked for in. */
export function squeeze(text: string): string {
  return fold(text).replaceAll(' ', '')
}

/** Where in the squeezed text a blank was: a word does not reach over it. */
export function blanksIn(text: string): ReadonlySet<number> {
  const folded = fold(text)
  const blanks = new Set<number>()
  if (!folded.includes(' ')) return blanks
  let kept = 0
  for (const char of folded) {
    if (char === ' ') blanks.add(kept)
    else kept += char.length
  }
  return blanks
}

/** Longer texts are compared by their beginning only; nobody describes a place or a problem after 4,000 characters. */
export const LOOKED_AT = 4_000
