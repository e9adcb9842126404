import type { Channel, NoticeBody, Sent } from '../../domain/notice.ts'
import { refused } from '../door/outcome.ts'

/** These want an answer: somebody in the house has to call whoever told the other system. */
const ASKS: readonly NoticeBody['kind'][] = ['relay']

/**
 * The door of systems that hand in. They are told nothing: each looks for itself how its order stands, by Open311 or by the
 * file of returns, and the words that were meant for whoever told it end here.
 */
export function openChannel(): Channel {
  return {
    send: async (rows): Promise<Sent> =>
      rows.some(({ body }) => ASKS.includes(body.kind))
        ? refused('no-channel', 'whoever told the other system cannot be asked from here')
        : { outcome: 'sent', how: 'push' },
    state: () => ({ name: 'open', up: true, detail: 'other systems look for themselves' }),
  }
}
