import { NothingDone, type Channel, type Sent } from '../../domain/notice.ts'
import { meaningOf, type Failure } from './codes.ts'
import type { Link } from './link.ts'

/** A send that may succeed when it is tried again; it may also have arrived. */
export class AibotFault extends Error {
  override readonly name = 'AibotFault'
}

export const wait = (now: Date, seconds: number, reason: string): Sent => ({
  outcome: 'wait',
  until: new Date(now.getTime() + seconds * 1000),
  reason,
})

export const refused = (why: Extract<Sent, { outcome: 'refused' }>['why'], reason: string): Sent => ({
  outcome: 'refused',
  why,
  reason,
})

/** Nobody can be reached here at the moment. */
const shut = (sent: Sent): Sent => (sent.outcome === 'wait' ? { ...sent, down: true } : sent)

/** While there is no line everything waits; a line that stays away for long is not asked after so often. */
export function notConnected(link: Link, now: Date): Sent {
  const { state } = link.state()
  return shut(wait(now, state === 'kicked' || state === 'refused' ? 15 : 2, `not connected: ${state}`))
}

/** What concerns the line and not the message: wait, or throw to have it tried again; null for a plain no. */
export function passing(link: Link, failure: Failure, now: Date): Sent | null {
  if (failure.kind === 'unsent') return notConnected(link, now)
  if (failure.kind === 'unclear') throw new AibotFault('no answer: it may have arrived', { cause: failure.cause })
  const { verdict, means } = meaningOf(failure.code) ?? {}
  if (verdict === 'later') return wait(now, 60, reasonOf(failure.code))
  if (verdict === 'retry') throw new NothingDone(`the platform answered ${reasonOf(failure.code)}`)
  if (verdict !== 'renew') return null
  link.renew(`answered ${reasonOf(failure.code)}`)
  return shut(wait(now, 2, means ?? ''))
}

/** A code and what it means, without the platform's own text. */
export const reasonOf = (code: number): string => `errcode ${code}: ${meaningOf(code)?.means ?? 'unknown code'}`

const DETAILS = {
  dialling: 'connecting',
  up: 'logged in',
  lost: 'connection lost, dialling again soon',
  refused: 'the platform refuses the bot id or secret; tried again every few minutes',
  kicked: 'another program is logged in as this bot; staying away for a while',
  closed: 'closed',
} as const

export function describe(link: Link): ReturnType<Channel['state']> {
  const { state, since } = link.state()
  return { name: 'aibot', up: state === 'up', detail: `${DETAILS[state]} (since ${since.toISOString()})` }
}
