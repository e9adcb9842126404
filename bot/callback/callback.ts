import type { BotLog } from '../log.ts'
import { openEnvelope, type Fault, type Seal } from './envelope.ts'
import { makeReplays } from './replay.ts'
import { parseXml, type Plain } from './xml.ts'

export type { Plain } from './xml.ts'

export type CallbackAnswer = Readonly<{ status: number; body: string }>
export type CallbackOptions = Readonly<{
  token: string
  aesKey: string
  corpId: string
  now(): Date
  log: BotLog
  /** resolves once it is committed; a rejection makes the platform try again */
  onPlain(plain: Plain): Promise<void>
}>

/** Where the platform calls us. The body is read, and limited, by whoever serves HTTP. */
export type CallbackDoor = Readonly<{
  /** a body of more is refused, best before it is read */
  mostBytes: number
  /** the platform makes sure that the address is ours: the decrypted text, plain, within a second */
  verify(query: URLSearchParams): CallbackAnswer
  /** commit, then answer: an empty 200 once it is safe, 503 when it is to be sent again */
  receive(query: URLSearchParams, body: Buffer): Promise<CallbackAnswer>
  /** how many were refused, by reason */
  refused(): Readonly<Record<string, number>>
}>

/** 64 KB: a message is a few hundred bytes. */
export const MOST_BYTES = 64 * 1024
const DONE: CallbackAnswer = { status: 200, body: '' }
const AGAIN: CallbackAnswer = { status: 503, body: '' }
/** All refusals look alike: nobody learns from them which part was wrong. */
const REFUSED: CallbackAnswer = { status: 403, body: '' }
const QUIET_MS = 60_000

/** The encrypted callback of the self-built app and of customer service. */
export function makeCallback(options: CallbackOptions): CallbackDoor {
  const { now, log, onPlain } = options
  const seal: Seal = { token: options.token, aesKey: options.aesKey, corpId: options.corpId }
  const replays = makeReplays()
  const counts = new Map<string, number>()
  const saidAt = new Map<string, number>()

  function refuse(reason: Fault | 'too-large' | 'replayed' | 'not-xml'): CallbackAnswer {
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
    const at = now().getTime()
    if (Math.abs(at - (saidAt.get(reason) ?? -QUIET_MS)) >= QUIET_MS) {
      saidAt.set(reason, at)
      log.warn({ reason }, 'a callback was refused')
    }
    return REFUSED
  }

  async function receive(query: URLSearchParams, body: Buffer): Promise<CallbackAnswer> {
    if (body.length > MOST_BYTES) return refuse('too-large')
    const opened = openEnvelope(seal, query, body, now())
    if (!opened.ok) return refuse(opened.fault)
    const seen = replays.look(opened.nonce, opened.signature, now())
    if (seen === 'same') return DONE
    if (seen === 'other') return refuse('replayed')
    const plain = parseXml(opened.message)
    if (plain === null || plain['ToUserName'] !== options.corpId) return refuse('not-xml')
    try {
      await onPlain(plain)
    } catch (error) {
      log.warn(
        { fault: error instanceof Error ? error.name : typeof error },
        'a callback could not be kept; sent again',
      )
      return AGAIN
    }
    replays.remember(opened.nonce, opened.signature, now())
    return DONE
  }

  return {
    mostBytes: MOST_BYTES,
    verify(query) {
      const opened = openEnvelope(seal, query, null, now())
      return opened.ok ? { status: 200, body: opened.message } : refuse(opened.fault)
    },
    receive,
    refused: () => Object.fromEntries(counts),
  }
}
