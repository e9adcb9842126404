import type { Log } from '../context.ts'
import { faultOf } from './fault.ts'

/** Something done again and again, never twice at once; what it throws is logged and it goes on. */
export type Every = Readonly<{ now(): Promise<void>; stop(): void }>

export function every(ms: number, what: string, log: Log, work: () => Promise<void>): Every {
  let running: Promise<void> | null = null
  let failing = false

  async function once() {
    try {
      await work()
      failing = false
    } catch (error) {
      if (!failing) log.warn({ fault: faultOf(error) }, `${what} failed, it is tried again`)
      failing = true
    }
  }

  function now(): Promise<void> {
    running ??= once().finally(() => (running = null))
    return running
  }

  const timer = setInterval(() => void now(), ms)
  timer.unref()
  return { now, stop: () => clearInterval(timer) }
}
