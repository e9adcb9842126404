import { describe, expect, it } from 'vitest'
import { judge } from '../../scripts/audit/judge.ts'

const via = (id: string, severity: string) => ({
  source: 1,
  name: 'leaky',
  severity,
  title: 'leaks',
  url: `https://github.com/advisories/${id}`,
})
/** as `npm audit --json` of npm 11 says it */
const report = (...vias: readonly unknown[]) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities: { leaky: { name: 'leaky', via: ['other', ...vias] } } })
const TODAY = '2026-11-30'
const lived = (until: string) => ({ advisory: 'GHSA-a', reason: 'only on Windows', until })

describe('the audit', () => {
  it('finds what is grave, once, and leaves what is not', () => {
    const said = judge(report(via('GHSA-a', 'critical'), via('GHSA-a', 'critical'), via('GHSA-b', 'low')), [], TODAY)
    expect(said).toMatchObject({ kind: 'judged', open: [{ advisory: 'GHSA-a', package: 'leaky' }] })
  })

  it('lives with what was accepted until its day, and not longer', () => {
    const said = report(via('GHSA-a', 'high'))
    expect(judge(said, [lived(TODAY)], TODAY)).toMatchObject({ open: [], overdue: [], needless: [] })
    expect(judge(said, [lived('2026-11-29')], TODAY)).toMatchObject({ open: [{ advisory: 'GHSA-a' }], overdue: [{}] })
  })

  it('wants to be rid of what was accepted and is gone', () => {
    expect(judge(report(), [lived('2027-01-31')], TODAY)).toMatchObject({
      open: [],
      needless: [{ advisory: 'GHSA-a' }],
    })
  })

  it.each([
    ['refuses', '{"message":"405 Method Not Allowed","statusCode":405,"error":{"summary":"","detail":""}}', '405'],
    ['cannot be reached', '{"error":{"code":"ENOTFOUND","summary":"getaddrinfo ENOTFOUND"}}', 'ENOTFOUND'],
    ['says nothing', '', 'no answer'],
  ])('is not green when the registry %s', (_, said, why) => {
    expect(judge(said, [], TODAY)).toEqual({ kind: 'not-asked', why: expect.stringContaining(why) })
  })
})
