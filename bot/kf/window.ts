import type { Step } from '../../domain/facts.ts'
import type { OutboxRow, Sent } from '../../domain/notice.ts'

/** Somebody who writes to the customer service; `person` = who he is to us: himself, or the member he is bound to. */
export type KfCustomer = Readonly<{
  account: string
  external: string
  person: string
  /** when he wrote last */
  wroteAt: Date | null
  /** messages sent since then */
  sent: number
}>

export const held = (reason: string, shut: boolean): Sent => ({ outcome: 'held', reason, shut })

/** The steps that are an outcome. */
const OUTCOMES: readonly Step[] = ['finished', 'closed']

/** A step on the way may not use the last message: that is kept for the outcome, and for answers. */
export function keepsTheLast(rows: readonly OutboxRow[]): boolean {
  return rows.every(({ body }) => body.kind === 'progress' && !OUTCOMES.includes(body.step))
}
