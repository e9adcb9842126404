import { NothingDone, type Sent } from '../../domain/notice.ts'
import type { Answer } from '../wecom/answer.ts'
import { classOf } from '../wecom/codes.ts'

/** A send that may have arrived, and does no harm when it is tried again at this door. */
export class DoorFault extends Error {
  override readonly name = 'DoorFault'
}

/** Everything but a yes. */
export type Failure = Exclude<Answer, { kind: 'ok' }>

const SLOW_MS = 60_000
/** An operator needs some minutes at least; asking all the time gets us banned. */
const CONFIG_MS = 5 * 60_000

export const pause = (now: Date, ms: number, reason: string): Sent => ({
  outcome: 'wait',
  until: new Date(now.getTime() + ms),
  reason,
})

export const refused = (why: Extract<Sent, { outcome: 'refused' }>['why'], reason: string): Sent => ({
  outcome: 'refused',
  why,
  reason,
})

/** A code without the platform's own text, which carries addresses; what it means and how to mend it is said where it is shown. */
export const reasonOf = (code: number): string => `errcode ${code}`

/**
 * What concerns the door and not this message: wait, or throw to have it tried again; null for a plain no to it.
 * `begun` = a first part of it has arrived, so that no other door may begin again.
 */
export function passing(failure: Failure, now: Date, begun = false): Sent | null {
  switch (failure.kind) {
    case 'unsent':
      return shut(failure.until, failure.reason, begun)
    case 'failed':
      return again(failure.reason, begun)
    case 'unclear':
      throw new DoorFault(failure.reason)
    case 'answered':
      return afterNo(failure.code, now, begun)
  }
}

/** The door is shut for everybody until then. */
const shut = (until: Date, reason: string, begun: boolean): Sent => ({
  outcome: 'wait',
  until,
  reason,
  ...(begun ? {} : { down: true }),
})

function again(reason: string, begun: boolean): never {
  throw begun ? new DoorFault(reason) : new NothingDone(reason)
}

function afterNo(code: number, now: Date, begun: boolean): Sent | null {
  switch (classOf(code)) {
    case 'slow':
      return pause(now, SLOW_MS, reasonOf(code))
    case 'token':
    case 'config':
      return shut(new Date(now.getTime() + CONFIG_MS), reasonOf(code), begun)
    case 'retry':
    case null:
      return again(`the platform answered ${reasonOf(code)}`, begun)
    default:
      return null
  }
}
