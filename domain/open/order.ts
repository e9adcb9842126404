import { newEntry, type EntryNumber } from '../book/entry.ts'
import type { Decision, NewEvent } from '../decision.ts'
import type { Inbound } from '../inbound.ts'
import { clean } from '../text/clean.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import type { HandedIn } from './kinds.ts'

/** The same order of the same system has the same id, for good: it cannot be taken twice. */
export const orderId = ({ system, town, no }: Pick<HandedIn, 'system' | 'town' | 'no'>): string =>
  `order ${system} ${town} ${no}`

/** It comes in as every message does; `from` = who told it there (`senderOf`). */
export const messageOf = (order: HandedIn, from: string): Inbound => ({
  channel: 'open',
  dedupeKey: orderId(order),
  from,
  chat: { type: 'single', id: from, via: 'open' },
  content: {
    kind: 'order',
    ...order,
    text: clean(order.text),
    place: clean(order.place),
    matter: order.matter && clean(order.matter),
  },
  reply: null,
})

/** The case that was made of an order is tied to its number there, in the same transaction. */
export function tied(
  decision: Decision,
  order: HandedIn,
  number: EntryNumber,
  { world, town }: Readonly<{ world: World; town: Town }>,
): Decision {
  const { task } = decision
  if (!task) throw new Error('an order made no case')
  const { system, no, matter, answerBy } = order
  const entry = newEntry({ world, town }, 'order', number, {
    id: orderId(order),
    taskId: task.id,
    state: 'taken',
    dueAt: answerBy === null ? null : new Date(answerBy),
    data: { system, no, matter },
  })
  const event: NewEvent = {
    taskId: task.id,
    caseNo: task.caseNo,
    type: 'handed-in',
    by: 'system',
    at: world.now,
    data: { no: entry.no, system, order: no, answerBy },
  }
  return { ...decision, entries: [...(decision.entries ?? []), entry], events: [...(decision.events ?? []), event] }
}
