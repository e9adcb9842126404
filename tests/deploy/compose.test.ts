import { readFileSync } from 'node:fs'
import { DCLinter } from 'dclint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseEnv } from 'node:util'
import { readEnv } from '../../config/env.ts'
import { stagesOf } from '../../scripts/image/dockerfile.ts'

type Service = Readonly<{
  image: string
  build?: { args: Record<string, string> }
  restart: string
  environment: Record<string, string>
  healthcheck?: { test: readonly string[] }
  depends_on?: Record<string, { condition: string }>
  command?: readonly string[]
  networks: readonly string[]
  ports?: readonly string[]
  volumes: readonly string[]
}>
type Linted = Readonly<{ messages: readonly Readonly<{ rule: string; message: string; line: number }>[] }>
const text = readFileSync('compose.yaml', 'utf8')
const compose = parse(text, { merge: true }) as {
  services: Record<'web' | 'worker' | 'db' | 'redis', Service>
  volumes: Record<string, null>
  networks: Record<string, { internal?: boolean }>
}
const { web, worker, db, redis } = compose.services
const { before, stages } = stagesOf(readFileSync('Dockerfile', 'utf8'))
const asked = (what: string) => [...new Set([...what.matchAll(/\$\{(\w+)/gu)].map(([, name = '']) => name))]

/** Questions of taste: quotes and the order of keys are oxfmt's and ours. */
const TASTE = [
  'require-quotes-in-ports',
  // does not look into ${LISTEN:-127.0.0.1}; the test below does
  'no-unbound-port-interfaces',
  'service-keys-order',
  'services-alphabetical-order',
  'top-level-properties-order',
]

describe('compose.yaml', () => {
  it('is what the compose specification allows', () => {
    const off = Object.fromEntries(TASTE.map((rule) => [rule, 0 as const]))
    const linter = new DCLinter({
      rules: { ...off, 'no-build-and-image': 0 },
      quiet: true,
      debug: false,
      exclude: [],
    })
    const results: readonly Linted[] = linter.lintFiles(['compose.yaml'], false)
    const found = results.flatMap(({ messages }) => messages)
    expect(found.map(({ rule, message, line }) => `${line} ${rule}: ${message}`)).toEqual([])
  })

  it('waits for what it needs, and comes again after a crash', () => {
    expect(web.depends_on).toEqual({ db: { condition: 'service_healthy' }, redis: { condition: 'service_healthy' } })
    expect(worker.depends_on).toEqual({ ...web.depends_on, web: { condition: 'service_healthy' } })
    for (const { restart } of [web, worker, db, redis]) expect(restart).toBe('unless-stopped')
    for (const { healthcheck } of [db, redis]) expect(healthcheck?.test).toBeDefined()
    expect(stages.at(-1)?.steps.map(({ word }) => word)).toContain('HEALTHCHECK')
  })

  it('keeps what must not be lost in volumes, and Redis as the queue needs it', () => {
    expect([web, worker, db, redis].flatMap(({ volumes }) => volumes).map((each) => each.split(':')[0])).toEqual(
      expect.arrayContaining(Object.keys(compose.volumes)),
    )
    expect(redis.command?.join(' ')).toMatch(
      /--appendonly yes .*--appendfsync everysec .*--maxmemory-policy noeviction/,
    )
  })

  it('shows neither database nor queue to anybody, and the pages to this machine only', () => {
    expect(compose.networks['back']?.internal).toBe(true)
    for (const { networks, ports } of [db, redis]) expect({ networks, ports }).toEqual({ networks: ['back'] })
    expect(web.ports).toEqual(['${LISTEN:-127.0.0.1}:${PORT:-3000}:3000'])
    expect(worker.ports).toBeUndefined()
  })

  it('asks for the five values of deploy/env.example, and has a default for everything else', () => {
    const example = parseEnv(readFileSync('deploy/env.example', 'utf8'))
    expect(Object.keys(example)).toHaveLength(5)
    const needed = [...text.matchAll(/\$\{(\w+):\?/gu)].map(([, name = '']) => name)
    expect(Object.keys(example)).toEqual(expect.arrayContaining(needed))
    const bare = [...text.matchAll(/\$\{\w+\}/gu)]
    expect(bare).toEqual([])
    expect(
      asked(text)
        .filter((name) => !(name in example))
        .toSorted(),
    ).toEqual(['DEBIAN_MIRROR', 'IMAGE_MIRROR', 'LISTEN', 'NPM_REGISTRY', 'PORT', 'SHAOZI_IMAGE', 'TRUSTED_PROXY'])
  })

  it('tells both processes what the program understands', () => {
    const filled = (environment: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(environment).map(([name, value]) => [
          name,
          value.replaceAll(/\$\{\w+(?::-([^}]*)|:\?[^}]*)\}/gu, (_, value = 'pass') => value),
        ]),
      )
    for (const [role, { environment }] of [
      ['web', web],
      ['worker', worker],
    ] as const) {
      const read = readEnv({ WECOM_AIBOT_ID: 'aib1', WECOM_AIBOT_SECRET: 's', ...filled(environment) })
      expect(read).toMatchObject({
        ok: true,
        env: { role, dataDir: '/data', redisUrl: 'redis://redis:6379', trustedProxy: ['172.30.99.1'] },
      })
    }
  })

  it('gives the build only arguments the Dockerfile takes', () => {
    const taken = [...before, ...stages.flatMap(({ steps }) => steps)]
      .filter(({ word }) => word === 'ARG')
      .map(({ rest }) => rest.split('=')[0])
    expect(taken).toEqual(expect.arrayContaining(Object.keys(web.build?.args ?? {})))
  })
})

describe('Dockerfile', () => {
  const last = stages.at(-1)
  it('has the compiler in the first stage only, and runs as somebody who is not root', () => {
    expect(stages.map(({ steps }) => steps.some(({ rest }) => rest.includes('g++')))).toEqual([true, false])
    expect(last?.steps.find(({ word }) => word === 'USER')?.rest).toBe('1000:1000')
  })

  it('takes every image, package and tool from a mirror that may be named', () => {
    expect(stages.every(({ from }) => from.startsWith('${IMAGE_MIRROR}'))).toBe(true)
    const runs = stages
      .flatMap(({ steps }) => steps)
      .filter(({ word }) => word === 'RUN')
      .map(({ rest }) => rest)
    expect(runs.find((each) => each.includes('apt-get'))).toContain('${DEBIAN_MIRROR}')
    expect(runs.find((each) => each.includes('npm ci'))).toContain('--registry=${NPM_REGISTRY}')
  })
})
