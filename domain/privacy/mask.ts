import type { Town } from '../town.ts'
import { remembered } from '../text/remembered.ts'
import type { Shield } from '../task.ts'
import { HIDDEN, LIVES, LIVES_APART, PATTERNS, SELF } from './wording-mask.ts'
import { NAMES } from './wording-names.ts'
import { SELF_MORE, SELF_NAMED, SELF_TOLD } from './wording-self.ts'

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
  const told = [SELF, SELF_TOLD, SELF_MORE].reduce((said, pattern) => said.replace(pattern, HIDDEN.self), text)
  return mask(told.replace(SELF_NAMED, HIDDEN.name)).text
}

/** Something in it tells who its writer is. */
export const tellsOfSelf = (text: string): boolean => maskSelf(text) !== mask(text).text

/** How words about a case are shown, by how its reporter asked to be kept. */
export const maskFor =
  (shield: Shield) =>
  (text: string): string =>
    shield === 'none' ? mask(text).text : maskSelf(text)

/** Numbers the township itself tells people to call. */
export const listed = ({ channels = [] }: Town): readonly string[] =>
  channels.map(({ phone }) => phone).filter((phone) => phone !== '')

/** The same as `mask`, but these numbers stay. */
export function maskBut(text: string, known: readonly string[]): string {
  const there = known.filter((number) => text.includes(number))
  const aside = there.reduce((said, number, n) => said.replaceAll(number, standIn(n)), text)
  return there.reduce((said, number, n) => said.replaceAll(standIn(n), number), mask(aside).text)
}

/** A character nobody types. */
const standIn = (n: number): string => String.fromCodePoint(0xf0000 + n)
