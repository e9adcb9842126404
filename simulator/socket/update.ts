import { string } from '../card/loose.ts'
import { refuse } from '../codes.ts'
import type { Exchange } from '../chat/callbacks.ts'
import type { Platform } from '../platform.ts'
import type { Body, Handler } from './handler.ts'
import { checkedCard } from './outgoing.ts'

/** aibot_respond_update_msg: one new version of the clicked card within five seconds, for everybody or for some members. */
export const updateCard: Handler = (platform, { reqId, body }) => {
  const exchange = platform.callbacks.find(reqId, 'card', platform.clock.now())
  const clicked = exchange.card
  if (exchange.answered || !clicked) refuse('req-id', 'answered before')
  if (body['response_type'] !== 'update_template_card') refuse('parameter', 'response_type')
  const card = checkedCard(platform, body)
  if (string(card['task_id']) !== clicked.taskId) refuse('task-id-of-update')
  const readers = readersOf(platform, exchange, body)
  const before = platform.bubbles.get(clicked.bubbleId)
  exchange.answered = true
  if (!before) return undefined
  if (!readers) platform.bubbles.change(before.id, { card, cardFor: {}, updated: true })
  else {
    const cardFor = { ...before.cardFor, ...Object.fromEntries(readers.map((userid) => [userid, card])) }
    platform.bubbles.change(before.id, { cardFor, updated: true })
  }
  return undefined
}

/** Who is to see the new version; null = all. Naming people has a meaning in groups only. */
function readersOf({ people }: Platform, { chat }: Exchange, body: Body): string[] | null {
  const userids = body['userids']
  if (userids === undefined || userids === null) return null
  if (!Array.isArray(userids) || !userids.every((id) => typeof id === 'string')) refuse('parameter', 'userids')
  if (userids.length === 0) return null
  if (chat.type === 'single') refuse('parameter', 'userids in a single chat')
  return userids.map((id) => people.meant(id) ?? refuse('parameter', 'userids names nobody'))
}
