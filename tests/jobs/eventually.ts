import { setTimeout as pause } from 'node:timers/promises'

/** Awaits a state that comes about outside of our reach (a Redis that wakes up, a process that ends). */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  for (const end = performance.now() + ms; ; await pause(10)) {
    if (await holds()) return
    if (performance.now() > end) throw new Error(`${what}: not within ${ms} ms`)
  }
}
