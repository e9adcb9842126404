import type { Channel } from '../domain/notice.ts'

/** Our own web page: what is answered to an order given there is read by the page itself; nothing else can be said there. */
export function pageChannel(): Channel {
  return {
    async send([row]) {
      if (row?.reply?.via === 'web') return { outcome: 'sent', how: 'reply' }
      return { outcome: 'refused', why: 'no-channel', reason: 'a page only hears answers' }
    },
    state: () => ({ name: 'page', up: true, detail: 'ok' }),
  }
}
