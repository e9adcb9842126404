import { remembered } from '../text/remembered.ts'
import type { Shield } from '../task.ts'
import { HIDDEN, HOUSE, LIVES, OWNER, PATTERNS, SELF } from './wording-mask.ts'

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
  const owned = plain.replace(OWNER, hide('name'))
  const shown = owned.replace(LIVES, (lives) => lives.replace(HOUSE, hide('address')))
  return { text: shown, found: [...found] }
}

/** The same for who asked not to be known: what he says of himself goes, too. */
export function maskSelf(text: string): string {
  return mask(text.replace(SELF, HIDDEN.self)).text
}

/** How words about a case are shown, by how its reporter asked to be kept. */
export const maskFor =
  (shield: Shield) =>
  (text: string): string =>
    shield === 'none' ? mask(text).text : maskSelf(text)
