import { squeeze } from '../text/fold.ts'
import { wordsOf } from '../command/smallTalk.ts'
import { COMMA, GRATEFUL, LEADING, MANNERS, TRAILING } from './wording-courtesy.ts'

const CLAUSES = /[,，。.;；!！?？、~～\s]+/u

/** What a message tells apart from its manners: 「你好，王家村路灯坏了，谢谢」 tells of a lamp; `''` where it tells nothing. */
export function told(text: string): string {
  return text
    .split(CLAUSES)
    .map((clause) => plain(squeeze(clause)))
    .filter((clause) => wordsOf(clause) !== '')
    .join(COMMA)
}

/** … and apart from what he is grateful for: 「谢谢你们修好了路灯，这次是石门有人采石」. */
export function toldBesideThanks(text: string): string {
  return told(text)
    .split(COMMA)
    .filter((clause) => !GRATEFUL.test(clause))
    .join(COMMA)
}

function plain(clause: string): string {
  return MANNERS.test(clause) ? '' : clause.replace(LEADING, '').replace(TRAILING, '')
}
