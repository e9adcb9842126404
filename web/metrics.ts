import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import { GAUGES, type Row } from './gauges.ts'
import type { Measured } from './measured.ts'

export type MetricsOptions = Readonly<{
  /** null while nothing runs that could be measured */
  measure(): Promise<Measured | null>
  /** callbacks that were refused, by reason */
  refused(): Readonly<Record<string, number>>
  /** requests that came too often, by limit */
  limited(): Readonly<Record<string, number>>
}>

export type Metrics = Readonly<{ contentType: string; text(): Promise<string> }>

/** The registry of one process: the usual process figures, and what docs/metrics.zh-CN.md names, all seen at one moment. */
export function makeMetrics({ measure, refused, limited }: MetricsOptions): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const made = GAUGES.map((line) => ({ line, gauge: metricOf(line.name, line.help, line.labels, registry) }))
  const since = { refused: 'shaozi_callbacks_refused', limited: 'shaozi_limited_requests_total' }
  const refusedGauge = metricOf(since.refused, 'callbacks refused since the start', ['reason'], registry)
  const limitedGauge = metricOf(since.limited, 'requests refused because they came too often', ['limit'], registry)
  return {
    contentType: registry.contentType,
    async text() {
      const found = await measure()
      for (const { line, gauge } of made) {
        const rows = found ? line.rows(found) : []
        fill(gauge, rows)
        // one without labels would say 0 of what there is not
        if (rows.length === 0 && line.labels.length === 0) gauge.remove()
      }
      fill(refusedGauge, labelled('reason', refused()))
      fill(limitedGauge, labelled('limit', limited()))
      return registry.metrics()
    },
  }
}

type Metric = Gauge | Counter

/** What only grows is called so. */
const metricOf = (name: string, help: string, labelNames: readonly string[], registry: Registry): Metric =>
  name.endsWith('_total')
    ? new Counter({ name, help, labelNames: [...labelNames], registers: [registry] })
    : new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] })

function fill(metric: Metric, rows: readonly Row[]): void {
  metric.reset()
  for (const [labels, value] of rows) metric.inc({ ...labels }, value)
}

const labelled = (label: string, counts: Readonly<Record<string, number>>): Row[] =>
  Object.entries(counts).map(([of, value]) => [{ [label]: of }, value])
