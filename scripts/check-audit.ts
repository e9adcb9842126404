/**
 * Known faults of the packages we ship, as the registry knows them. What is accepted stands in scripts/audit/accepted.json with a
 * reason and a day on which somebody looks again. Exit code 3: the registry could not be asked, which is neither good nor bad.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Accepted, judge } from './audit/judge.ts'

const NOT_RUN = 3
const PATIENCE_MS = 60_000
const QUICK = ['--fetch-retries=0', '--fetch-timeout=20000']
/** a mirror that knows no advisories may be set as the registry: AUDIT_REGISTRY asks another */
const { AUDIT_REGISTRY: registry } = process.env

const accepted = JSON.parse(readFileSync(join(import.meta.dirname, 'audit/accepted.json'), 'utf8')) as Accepted[]
const from = registry === undefined ? [] : [`--registry=${registry}`]
const asked = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json', ...QUICK, ...from], {
  encoding: 'utf8',
  timeout: PATIENCE_MS,
  maxBuffer: 1 << 28,
})
const verdict = judge(asked.stdout, accepted, new Date().toISOString().slice(0, 10))

if (verdict.kind === 'not-asked') {
  console.log(`NOT AUDITED: the registry does not answer questions about advisories: ${verdict.why}`)
  console.log('ask one that does: AUDIT_REGISTRY=https://registry.npmjs.org npm run check audit')
  process.exitCode = NOT_RUN
} else {
  for (const { advisory, package: of, severity, title } of verdict.open)
    console.error(`${severity} ${of}: ${title} (${advisory}): upgrade it, or accept it in scripts/audit/accepted.json`)
  for (const { advisory, until } of verdict.overdue)
    console.error(`${advisory} was accepted until ${until}: look again`)
  for (const { advisory } of verdict.needless) console.error(`${advisory} does not concern us any more: take it out`)
  const faults = verdict.open.length + verdict.overdue.length + verdict.needless.length
  console.log(`${accepted.length} accepted, ${faults} faults`)
  process.exitCode = faults === 0 ? 0 : 1
}
