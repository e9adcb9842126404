import type { CaseInHand } from '../case/draft.ts'
import type { PictureCount } from './said.ts'
import { marksOf } from './pictures.ts'

/** How many pictures of a case show it before and after the work, and how many nobody has told apart. */
export function countOf(hand: CaseInHand): PictureCount {
  const { marks, unclear } = marksOf(hand)
  const all = Object.values(marks)
  const count = (mark: 'before' | 'after') => all.filter((each) => each.mark === mark).length
  return { before: count('before'), after: count('after'), unclear: unclear.length }
}
