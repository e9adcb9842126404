import { remembered } from '../text/remembered.ts'
import { HIDDEN, HOUSE, LIVES, PATTERNS, SELF } from './wording-mask.ts'

export type Hidden = keyof typeof HIDDEN
export type Masked = Readonly<{ text: string; found: readonly Hidden[] }>

/**
 * Hides what tells who somebody is: phones, identity numbers, plates, names where people say them, accounts, house numbers.
 * Case numbers, amounts, dates, articles of law and short numbers (110, 12345) stay.
 */
export const mask = (text: string): Masked => masked(text, HIDDEN)

const masked = remembered(maskAll)

function maskAll(text: string): Masked {
  const found = new Set<Hidden>()
  const hide = (kind: Hidden) => () => {
    found.add(kind)
    return HIDDEN[kind]
  }
  const plain = PATTERNS.reduce((said, [kind, pattern]) => said.replace(pattern, hide(kind)), text)
  const shown = plain.replace(LIVES, (lives) => lives.replace(HOUSE, hide('address')))
  return { text: shown, found: [...found] }
}

/** The same for who asked not to be known: what he says of himself goes, too. */
export function maskSelf(text: string): string {
  return mask(text.replace(SELF, HIDDEN.self)).text
}
