import { benchCore } from './core.ts'
import { message } from './town.ts'

export type Latency = Readonly<{ p50: number; p99: number }>

/** ms from a message's arrival to its durable row, while reports keep coming at `perSecond` whatever the answer takes. */
export async function ack(dir: string, redisUrl: string, perSecond: number, seconds: number): Promise<Latency> {
  const core = await benchCore(dir, redisUrl, 'short', () => undefined)
  const took: number[] = []
  const waits: Promise<void>[] = []
  const from = performance.now()
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const at = from + (n * 1000) / perSecond
    const early = at - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    waits.push(core.receive(message(n)).then(() => void took.push(performance.now() - at)))
  }
  await Promise.all(waits)
  await core.idle()
  await core.close()
  return { p50: share(took, 0.5), p99: share(took, 0.99) }
}

/** The value below which this share of the values lies. */
export function share(values: readonly number[], of: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0) * 100) / 100
}
