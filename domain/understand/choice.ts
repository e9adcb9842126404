import { shortNo } from '../command/caseNo.ts'
import { refAt } from '../command/reference.ts'
import { wordsOf } from '../command/smallTalk.ts'
import { fold } from '../text/fold.ts'
import {
  AFFIRMS,
  CHOICE,
  CONTENT,
  INSISTS,
  MERE_YES,
  NOT_SAME,
  ONLY_NO,
  ORDINAL,
  ORDINALS,
  SAME,
} from './wording-choices.ts'

/** What an answer to 「是同一件事吗」 chooses: a case of those offered, none of them, or nothing that can be told. */
export function chosenCase(said: string, offered: readonly string[]): string | 'none' | 'unclear' {
  const words = wordsOf(said)
  if (NOT_SAME.test(words)) return 'none'
  const ordered = byOrder(words, offered)
  if (ordered !== undefined) return ordered
  const named = offered.filter((caseNo) => names(said, caseNo))
  const [only, ...others] = named.length > 0 ? named : offered
  if (only === undefined || others.length > 0) return 'unclear'
  const isYes = named.length > 0 ? SAME.test(words.replace(NUMBER, '')) : saysYes(words) || saysYes(firstOf(said))
  return isYes ? only : 'unclear'
}

/** 「嗯，今天还打人了」: the answer stands first, and what follows is told beside it. */
export function toldBeside(said: string): string {
  const [first = ''] = said.split(BREATH)
  return saysYes(wordsOf(first)) ? said.slice(first.length).replace(LED_BY, '') : ''
}

const BREATH = /[,，.。;；!！\s]/u
const LED_BY = /^[,，.。;；!！\s]+/u

const firstOf = (said: string): string => wordsOf(said.split(BREATH)[0] ?? '')

function byOrder(words: string, offered: readonly string[]): string | undefined {
  const found = ORDINAL.exec(words)
  const [, number, first, last] = found ?? []
  if (number !== undefined) return offered[ORDINALS.findIndex((each) => each.includes(number))]
  return first === undefined ? (last === undefined ? undefined : offered.at(-1)) : offered[0]
}

/** A yes and not a word more: 「是李家沟那边的」 is none. */
const saysYes = (words: string): boolean => SAME.test(words) && AFFIRMS.test(words)

/** 「是」, 「嗯」: it says yes and not to what. */
export const mereYes = (said: string): boolean => MERE_YES.test(wordsOf(said))

const NUMBER = /[a-z]{0,4}\d+/gu

function names(said: string, caseNo: string): boolean {
  const plain = fold(said).replace(/\s+/gu, '')
  if (plain.includes(caseNo.toLowerCase())) return true
  const start = /\d/u.exec(plain)?.index
  const ref = start === undefined ? null : refAt(plain.slice(start))?.ref
  return ref !== null && ref !== undefined && 'seq' in ref && Number(shortNo(caseNo)) === ref.seq
}

/** What somebody says who was told that it is not the township's business. */
export function insistence(said: string): 'insists' | 'content' | 'other' {
  const words = wordsOf(said)
  if (INSISTS.test(words)) return 'insists'
  return CONTENT.test(words) ? 'content' : 'other'
}

/** The buttons under 「是同一件事吗」. */
export function sameChoices(caseNos: readonly string[]): readonly string[] {
  const each = caseNos.length === 1 ? [CHOICE.same] : caseNos.map((caseNo) => CHOICE.thisCase(shortNo(caseNo)))
  return [...each, CHOICE.notSame]
}

/** The buttons under 「这是回答哪一件的」. */
export function whichChoices(caseNos: readonly string[]): readonly string[] {
  const each = caseNos.length === 1 ? [CHOICE.answersIt] : caseNos.map((caseNo) => CHOICE.thisCase(shortNo(caseNo)))
  return [...each, CHOICE.anotherMatter]
}

/** The one case whose number stands in a text. */
export function numberedCase(said: string, caseNos: readonly string[]): string | null {
  const numbers: readonly string[] = fold(said).match(/\d+/gu) ?? []
  const named = caseNos.filter((caseNo) => numbers.includes(shortNo(caseNo)))
  return named.length === 1 ? (named[0] ?? null) : null
}

/** 「不是，我说的是桥西那家」: more than an answer. */
export function saysMore(said: string): boolean {
  const words = wordsOf(said)
  return !ONLY_NO.test(words) && !ORDINAL.test(words) && !SAME.test(words.replace(NUMBER, ''))
}
