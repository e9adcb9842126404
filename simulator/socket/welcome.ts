import { refuse } from '../codes.ts'
import type { Handler } from './handler.ts'
import { readOutgoing } from './outgoing.ts'
import { show } from './show.ts'

/** aibot_respond_welcome_msg: one greeting within five seconds of an entry; the only place for plain text. */
export const welcome: Handler = (platform, { reqId, body }) => {
  const exchange = platform.callbacks.find(reqId, 'enter', platform.clock.now())
  if (exchange.answered) refuse('req-id', 'answered before')
  const said = readOutgoing(platform, body, ['text', 'template_card'])
  show(platform, exchange.chat, said, 'welcome')
  exchange.answered = true
  return undefined
}
