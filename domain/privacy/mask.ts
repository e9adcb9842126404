import { remembered } from '../text/remembered.ts'
import { HIDDEN, LIVES, LIVES_APART, PATTERNS, SELF } from './wording-mask.ts'
import { NAMES } from './wording-names.ts'

export type Hidden = keyof typeof HIDDEN
export type Masked = Readonly<{ text: string; found: readonly Hidden[] }>

/**
 * Hides what tells who somebody is: phones, identity numbers, plates, names where people say them, accounts, where he lives.
 * What is complained of stays: shops, villages, houses beside the way, case numbers, amounts, dates, articles of law, 110 and 12345.
 */
export const mask = (text: string): Masked => masked(text, HIDDEN)

const masked = remembered(maskAll)

function maskAll(text: string): Masked {
  const found = new Set<Hidden>()
  const hide = (kind: Hidden) => () => {
    found.add(kind)
    return HIDDEN[kind]
  }
  const numbers = PATTERNS.reduce((said, [kind, pattern]) => said.replace(pattern, hide(kind)), text)
  const names = NAMES.reduce((said, pattern) => said.replace(pattern, hide('name')), numbers)
  const door = hide('address')
  const shown = [LIVES_APART, LIVES].reduce(
    (said, pattern) => said.replace(pattern, (_all, before: string) => `${before}${door()}`),
    names,
  )
  return { text: shown, found: [...found] }
}

/** The same for who asked not to be known: what he says of himself goes, too. */
export function maskSelf(text: string): string {
  return mask(text.replace(SELF, HIDDEN.self)).text
}
