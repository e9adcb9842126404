import { setTimeout as sleep } from 'node:timers/promises'
import type { Inbound } from '../../domain/inbound.ts'
import type { BotLog } from '../log.ts'
import type { AibotAlarm } from './link.ts'

export type ReceiveOptions = Readonly<{
  /** ms before each try */
  pauses: readonly number[]
  log: BotLog
  onInbound(inbound: Inbound): Promise<void>
  onAlarm(alarm: AibotAlarm): void
}>

export type Receiver = Readonly<{
  /** never throws */
  take(inbound: Inbound): void
  /** resolves when all is handed over; tries that are still to come are made at once */
  settled(): Promise<void>
}>

/**
 * Hands received messages over. On this channel the platform never delivers a callback again, so a message that
 * could not be saved is tried several times, and raises an alarm when it is lost.
 */
export function receiver(options: ReceiveOptions): Receiver {
  const running = new Set<Promise<void>>()
  const hurry = new AbortController()
  return {
    take(inbound) {
      const job = handOver(inbound, options, hurry.signal).finally(() => running.delete(job))
      running.add(job)
    },
    async settled() {
      hurry.abort()
      await Promise.all(running)
    },
  }
}

async function handOver(inbound: Inbound, options: ReceiveOptions, signal: AbortSignal): Promise<void> {
  const { pauses, log, onInbound, onAlarm } = options
  let fault = ''
  for (const pause of pauses) {
    if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => undefined)
    try {
      return await onInbound(inbound)
    } catch (error) {
      fault = error instanceof Error ? error.name : typeof error
      log.warn({ fault }, 'a received message could not be saved; trying again')
    }
  }
  onAlarm({ kind: 'unsaved', detail: `a ${inbound.content.kind} was lost: ${fault}` })
}
