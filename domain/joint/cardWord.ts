import { wordsOf } from '../command/smallTalk.ts'
import { RECEIVED } from '../command/wording.ts'
import { COME } from './wording-order.ts'

/** What a mere 「收到」 or 「到了」 says to the card of a whistle; null for anything else. */
export function cardWord(text: string): 'seen' | 'arrive' | null {
  const said = wordsOf(text.replace(/^@\S{1,32}\s+/u, ''))
  if (RECEIVED.test(said)) return 'seen'
  return COME.test(said) ? 'arrive' : null
}
