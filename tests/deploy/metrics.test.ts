import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { GAUGES } from '../../web/gauges.ts'
import { makeMetrics } from '../../web/metrics.ts'

const nothing = { measure: () => Promise.resolve(null), refused: () => ({}), limited: () => ({}) }
const said = await makeMetrics(nothing).text()
const known = [...said.matchAll(/^# TYPE (\S+)/gmu)].map(([, name = '']) => name)
/** by which one of ours may be told apart */
const labelsOf: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(GAUGES.map(({ name, labels }) => [name, labels])),
  shaozi_callbacks_refused: ['reason'],
  shaozi_limited_requests_total: ['limit'],
}

/** The metrics an expression names, and the labels by which it groups them. */
const askedOf = (expr: string) => ({
  names: [...expr.matchAll(/\b(?:shaozi|process|nodejs)_\w+/gu)].map(([name]) => name),
  labels: [...expr.matchAll(/\bby \((\w+)\)/gu)].map(([, label = '']) => label),
})

type Dashboard = { uid: string; panels: { title: string; targets: { expr: string }[] }[] }
const dashboard = JSON.parse(readFileSync('deploy/grafana.json', 'utf8')) as Dashboard
const asked = dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title, expr })))

describe('deploy/grafana.json', () => {
  it.each(asked)('$title asks for what /metrics has', ({ expr }) => {
    const { names, labels } = askedOf(expr)
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(known).toContain(name)
    for (const label of labels) expect(names.flatMap((name) => labelsOf[name] ?? [])).toContain(label)
  })

  it('shows everything that is our own', () => {
    const shown = new Set(asked.flatMap(({ expr }) => askedOf(expr).names))
    expect(known.filter((name) => name.startsWith('shaozi_') && !shown.has(name))).toEqual([])
  })
})

describe('deploy/prometheus.yml', () => {
  const {
    scrape_configs: [job],
    rule_files: rules,
  } = parse(readFileSync('deploy/prometheus.yml', 'utf8')) as {
    scrape_configs: { job_name: string; metrics_path: string; authorization: { type: string } }[]
    rule_files: string[]
  }
  it('reads the page of the metrics as the program lets it, under the name the dashboard knows', () => {
    expect(job).toMatchObject({ job_name: 'shaozi', metrics_path: '/metrics', authorization: { type: 'Bearer' } })
  })

  it('raises its alarms over what /metrics has', () => {
    const alarms = rules.flatMap((file) => {
      const { groups } = parse(readFileSync(`deploy/${file}`, 'utf8')) as { groups: { rules: { expr: string }[] }[] }
      return groups.flatMap((group) => group.rules.map(({ expr }) => expr))
    })
    expect(alarms.length).toBeGreaterThan(0)
    for (const name of alarms.flatMap((expr) => askedOf(expr).names)) expect(known).toContain(name)
  })
})
