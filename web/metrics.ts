import { Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import type { Readiness } from './readiness.ts'

/** How much of a quota of WeCom is used: the fullest one's share, how often something had to wait, how much went out. */
export type QuotaUse = Readonly<{ quota: string; fullest: number; waits: number; total: number }>

export type MetricsOptions = Readonly<{
  ready(): Promise<Readiness>
  quotas(): readonly QuotaUse[]
  /** callbacks that were refused, by reason */
  refused(): Readonly<Record<string, number>>
}>

/** The registry of one process: the usual process figures, what /readyz knows, and the ledger of quotas. */
export function makeMetrics({ ready, quotas, refused }: MetricsOptions): Registry {
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
  gauge('shaozi_leads', '1 when this process delivers and sweeps, 0 when another one does', (r) => (r.leads ? 1 : 0))
  gauge('shaozi_queue_bullmq', '1 when BullMQ spreads the work, 0 when this process does it', (r) =>
    r.queue === 'bullmq' ? 1 : 0,
  )
  gauge(
    'shaozi_oldest_unsent_seconds',
    'age of the oldest message that is due and not sent',
    (r) => r.oldestUnsentSeconds ?? 0,
  )
  gauge('shaozi_channels_up', 'channels that can deliver', (r) => r.channels.filter((c) => c.up).length)
  gauge('shaozi_waiting_messages', 'messages that wait until their recipient writes', (r) => r.waiting ?? 0)
  labelled(registry, quotaGauges(quotas))
  labelled(registry, [
    {
      name: 'shaozi_callbacks_refused',
      help: 'callbacks refused since the start',
      label: 'reason',
      values: () => Object.entries(refused()),
    },
  ])
  return registry
}

type Labelled = Readonly<{
  name: string
  help: string
  label: string
  values(): readonly (readonly [label: string, value: number])[]
}>

const quotaGauges = (quotas: MetricsOptions['quotas']): Labelled[] =>
  (
    [
      ['fullest', 'shaozi_quota_fullest_ratio', 'how full the fullest of its kind is, 1 = we send no more'],
      ['waits', 'shaozi_quota_waits', 'times a message had to wait for it since the start'],
      ['total', 'shaozi_quota_messages', 'messages counted against it since the start'],
    ] as const
  ).map(([field, name, help]) => ({
    name,
    help,
    label: 'quota',
    values: () => quotas().map((use) => [use.quota, use[field]] as const),
  }))

function labelled(registry: Registry, gauges: readonly Labelled[]): void {
  for (const { name, help, label, values } of gauges)
    registry.registerMetric(
      new Gauge({
        name,
        help,
        labelNames: [label],
        registers: [],
        collect() {
          this.reset()
          for (const [of, value] of values()) this.set({ [label]: of }, value)
        },
      }),
    )
}
