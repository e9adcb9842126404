import { refuse } from '../codes.ts'
import type { Exchange } from '../chat/callbacks.ts'
import type { Platform } from '../platform.ts'
import type { Body, Handler } from './handler.ts'
import { readOutgoing } from './outgoing.ts'
import { show } from './show.ts'
import { stream } from './stream.ts'

const TYPES = ['template_card', 'markdown', 'file', 'image', 'voice', 'video']

/** aibot_respond_msg: an answer to a message, within 24 h. Plain text is not among the types. */
export const respond: Handler = (platform, { reqId, body }) => {
  const exchange = platform.callbacks.find(reqId, 'message', platform.clock.now())
  if (body['msgtype'] === 'stream') stream(platform, exchange, body)
  else if (body['msgtype'] === 'stream_with_template_card') combined(platform, exchange, body)
  else answer(platform, exchange, body)
  return undefined
}

function answer(platform: Platform, exchange: Exchange, body: Body): void {
  const said = readOutgoing(platform, body, TYPES)
  if (said.card && exchange.cardSent) refuse('parameter', 'a message is answered with one template_card')
  show(platform, exchange.chat, said, 'reply')
  if (said.card) exchange.cardSent = true
}

/** The card may come with any of the chunks, once. */
function combined(platform: Platform, exchange: Exchange, body: Body): void {
  if (!platform.settings.streamWithCard) refuse('message-type', 'not yet supported on the long connection')
  const hasCard = body['template_card'] !== undefined
  if (hasCard && exchange.cardSent) refuse('parameter', 'a message is answered with one template_card')
  const said = hasCard ? readOutgoing(platform, { ...body, msgtype: 'template_card' }, TYPES) : null
  stream(platform, exchange, body)
  if (!said) return
  show(platform, exchange.chat, said, 'reply')
  exchange.cardSent = true
}
