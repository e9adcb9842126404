import { z } from 'zod'

/**
 * What an answer of the platform means for the row that was sent.
 * reply-over  this callback can no longer be answered: push instead
 * no-card     the platform does not like the card: say it as text
 * later       the channel is busy, not the message: wait, this was no attempt
 * renew       our connection is not logged in (any more): make a new one
 * retry       try again as after a failure
 * nobody      permanent: no such person, or not within the bot's visible range
 * never       permanent: will never be delivered to this chat in this form
 */
export type Verdict = 'reply-over' | 'no-card' | 'later' | 'renew' | 'retry' | 'nobody' | 'never'
type Meaning = Readonly<{ verdict: Verdict; means: string }>

const say = (verdict: Verdict, means: string): Meaning => ({ verdict, means })

export const STREAM_EXPIRED = 846608

/** By errcode only; the texts of the platform change and carry addresses. */
const CODES: Readonly<Record<number, Meaning>> = {
  [-1]: say('retry', 'the platform is busy'),
  40001: say('renew', 'invalid credential'),
  40003: say('nobody', 'invalid userid'),
  40008: say('never', 'invalid message type'),
  40058: say('no-card', 'invalid parameter'),
  40201: say('retry', 'stopped by the anti-spam check'),
  42014: say('no-card', 'invalid task_id'),
  43012: say('no-card', 'cards need the callback channel'),
  45002: say('never', 'content too large'),
  45009: say('later', 'too many messages'),
  45033: say('later', 'too many calls at once'),
  48002: say('never', 'the bot lacks this permission'),
  60011: say('nobody', 'no privilege on this member'),
  60111: say('nobody', 'no such userid'),
  81013: say('nobody', 'nobody among the recipients is valid'),
  93001: say('never', 'the group does not allow pushes'),
  93004: say('never', 'the bot was stopped by an administrator'),
  93006: say('never', 'invalid chatid (they are case-sensitive)'),
  93008: say('never', 'the bot is not in this group'),
  93019: say('renew', 'invalid bot id'),
  846605: say('reply-over', 'the callback is unknown or expired'),
  [STREAM_EXPIRED]: say('reply-over', 'the streamed message is finished or expired'),
  846609: say('renew', 'the connection is not subscribed'),
  853000: say('renew', 'invalid bot id or secret'),
}

/** What we know about a code; null for one we have never met. */
export function meaningOf(code: number): Meaning | null {
  if (code >= 42_027 && code <= 42_051) return say('no-card', 'a field of the card is invalid')
  return CODES[code] ?? null
}

export type Failure =
  /** the platform answered no */
  | Readonly<{ kind: 'answered'; code: number }>
  /** it never left this machine */
  | Readonly<{ kind: 'unsent' }>
  /** nobody knows: no answer in time, or the connection broke meanwhile */
  | Readonly<{ kind: 'unclear'; cause: unknown }>

const answer = z.object({ errcode: z.number() })

/** The SDK rejects with the raw frame when the platform said no, with an Error otherwise. */
export function failureOf(reason: unknown): Failure {
  const frame = answer.safeParse(reason)
  if (frame.success) return { kind: 'answered', code: frame.data.errcode }
  const unsent = reason instanceof Error && reason.message.startsWith('WebSocket not connected')
  return unsent ? { kind: 'unsent' } : { kind: 'unclear', cause: reason }
}
