import { mask } from '../../domain/privacy/mask.ts'
import type { Check } from './check.ts'

export const HIDDEN = '***'

/** What tells by its form that it is an id, a key or a password, whoever wrote it where. In this order: what is longer first. */
const FORMS: readonly (readonly [form: RegExp, by: string])[] = [
  // user and password of an address; without both slashes there is no telling where they begin
  [/(?<=:\/\/)[^\s/@]*:?[^\s/]*@/gu, `${HIDDEN}@`],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/giu, HIDDEN],
  // corp, chat, customer, account of customer service, bot
  [/\b(?:ww|wx)[0-9a-f]{16}\b|\bw[rkmobu][\w-]{8,}|\baib[\w-]{4,}/gu, HIDDEN],
  [/(?<![\w/.+-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])[\w+=-]{24,}(?![\w/.-])/gu, HIDDEN],
]
/** Anything shorter is a word like any other. */
const LEAST = 2

/** The checks as they may be shown to strangers: without what is known to be secret or personal, and what looks like it. */
export function masked(checks: readonly Check[], known: Iterable<string>): Check[] {
  const values = [...new Set(known)].filter(({ length }) => length >= LEAST).toSorted((a, b) => b.length - a.length)
  const hide = (text: string): string => {
    const told = values.reduce((said, value) => said.replaceAll(value, HIDDEN), text)
    return mask(FORMS.reduce((said, [form, by]) => said.replace(form, by), told)).text
  }
  return checks.map((check) => ({ ...check, cause: hide(check.cause), mend: hide(check.mend) }))
}
