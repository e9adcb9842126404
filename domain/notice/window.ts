import { HOUR, MINUTE } from '../calendar/zone.ts'

/** Of somebody who writes to the customer service: when he wrote last, and how many messages he was sent since then. */
type Window = Readonly<{ wroteAt: Date | null; sent: number }>

/** The platform takes five messages within 48 hours after each of his; our hours are a little shorter, since messages arrive late. */
const MOST = 5
const OPEN_MS = 48 * HOUR - MINUTE

/** How many messages he can still be sent. */
export function left({ wroteAt, sent }: Window, now: Date): number {
  if (wroteAt === null || now.getTime() - wroteAt.getTime() >= OPEN_MS) return 0
  return Math.max(0, MOST - sent)
}
