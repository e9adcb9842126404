import { Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import type { Readiness } from './readiness.ts'

/** The registry of one process: the usual process figures, and what /readyz knows. */
export function makeMetrics(ready: () => Promise<Readiness>): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, value: (r: Readiness) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect: async function () {
        this.set(value(await ready()))
      },
    })
  gauge('shaozi_ready', '1 when every part is ready', (r) => (r.ok ? 1 : 0))
  gauge('shaozi_queue_bullmq', '1 when BullMQ spreads the work, 0 when this process does it', (r) =>
    r.queue === 'bullmq' ? 1 : 0,
  )
  gauge(
    'shaozi_oldest_unsent_seconds',
    'age of the oldest message that is due and not sent',
    (r) => r.oldestUnsentSeconds ?? 0,
  )
  gauge('shaozi_channels_up', 'channels that can deliver', (r) => r.channels.filter((c) => c.up).length)
  return registry
}
