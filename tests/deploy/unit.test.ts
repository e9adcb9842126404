import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SECRETS, VARIABLE_NAMES } from '../../config/variables.ts'

const unit = readFileSync('deploy/shaozi.service', 'utf8')
const valuesOf = (key: string) => [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gmu'))].map(([, value = '']) => value)

it('is a unit systemd understands, where there is one to ask', () => {
  const asked = spawnSync('systemd-analyze', ['verify', 'deploy/shaozi.service'], { encoding: 'utf8' })
  if (asked.error) return expect(asked.error).toMatchObject({ code: 'ENOENT' })
  // it also reads what is installed on this machine, and the program is not
  expect(
    asked.stderr.split('\n').filter((line) => line.includes('shaozi') && !line.includes('not executable')),
  ).toEqual([])
})

it('lets the program touch its state only, and comes again', () => {
  for (const line of [
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'StateDirectory=shaozi',
    'Restart=always',
    'CapabilityBoundingSet=',
  ])
    expect(unit.split('\n')).toContain(line)
})

it('sets variables the program knows, a secret only by its file', () => {
  const set = valuesOf('Environment').flatMap((line) => [...line.matchAll(/([A-Z_]+)=/gu)].map(([, name = '']) => name))
  const known = [...VARIABLE_NAMES, ...SECRETS.map((name) => `${name}_FILE`), 'NODE_ENV']
  expect(set.filter((name) => !known.some((each) => each === name))).toEqual([])
  expect(set.filter((name) => SECRETS.some((each) => each === name))).toEqual([])
  const [credential] = valuesOf('LoadCredential')
  expect(unit).toContain(`WECOM_AIBOT_SECRET_FILE=%d/${credential?.split(':')[0]}`)
})
