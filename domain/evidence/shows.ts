import type { CaseInHand } from '../case/draft.ts'
import type { Mark } from './kinds.ts'
import { SERIES_MS } from './limits.ts'
import { demandsPair } from './pair.ts'
import { isPicture, marksOf } from './pictures.ts'
import { NOT_YET, SAYS_AFTER, SAYS_BEFORE, SAYS_DONE } from './wording-marks.ts'

/** How pictures came: with which order (or alone), with which words, and whether anything had been done on the spot before. */
export type Sending = Readonly<{
  by: string
  act: 'arrive' | 'feedback' | 'finish' | 'mark-before' | 'mark-after' | 'alone'
  words: string
  worked: boolean
}>

/** What pictures show: by what was said, else by when they came. `unclear` = it has to be asked; null = nobody needs to know. */
export function whatTheyShow(hand: CaseInHand, sending: Sending, now: Date): Mark | 'unclear' | null {
  return bySaying(sending) ?? bySeries(hand, sending.by, now) ?? byTime(hand, sending)
}

function bySaying({ act, words }: Sending): Mark | null {
  if (act === 'mark-before') return 'before'
  if (act === 'mark-after') return 'after'
  const [before, after] = [SAYS_BEFORE.test(words), SAYS_AFTER.test(words)]
  if (before !== after) return before ? 'before' : 'after'
  if (act === 'finish') return 'after'
  return act === 'feedback' && SAYS_DONE.test(words) && !NOT_YET.test(words) ? 'after' : null
}

/** He sends one picture after the other. */
function bySeries(hand: CaseInHand, by: string, now: Date): Mark | 'unclear' | null {
  const latest = (hand.files ?? []).findLast((file) => file.by === by && isPicture(file))
  if (!latest || now.getTime() - latest.at.getTime() > SERIES_MS) return null
  const { marks, unclear } = marksOf(hand)
  return marks[latest.id]?.mark ?? (unclear.includes(latest.id) ? 'unclear' : null)
}

function byTime(hand: CaseInHand, { act, worked }: Sending): Mark | 'unclear' | null {
  const isFirst = hand.task.reopens === 0 && (!worked || act === 'arrive')
  if (isFirst) return 'before'
  return demandsPair(hand) ? 'unclear' : null
}
