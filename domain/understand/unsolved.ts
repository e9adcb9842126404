import { wordsOf } from '../command/smallTalk.ts'
import { squeeze } from '../text/fold.ts'
import { OVER_NOW, STILL_SO } from './wording-unsolved.ts'

const CLAUSES = /[,，.。;；!！?？、~～\s]+/u
/** A longer text tells a story of its own. */
const LONGEST = 40

/** 「哪解决了，骗人的，今早还在」: it goes on as before, says somebody who knows what it is about. */
export function stillSo(said: string): boolean {
  const plain = squeeze(said)
  if (plain.length > LONGEST || OVER_NOW.test(plain)) return false
  return said.split(CLAUSES).some((clause) => STILL_SO.test(wordsOf(clause)))
}
