import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Service } from './ensure.ts'
import { ensure, services } from './ensure.ts'

type Needs = Readonly<{ built: readonly string[]; services: readonly Service[] }>

/** What has to be there before a project's first test. */
const needs: Readonly<Record<string, Needs>> = {
  unit: { built: ['generate'], services: [services.redis, services.postgres] },
  'scenarios-local': { built: ['generate', 'phones'], services: [] },
  'scenarios-redis': { built: ['generate', 'phones'], services: [services.redis] },
  process: { built: ['generate', 'compile', 'phones'], services: [services.redis] },
  browser: { built: ['generate', 'phones'], services: [services.redis, services.chromium] },
}

export default function setup(project: TestProject): void {
  const wanted = needs[project.name]
  if (wanted === undefined) throw new Error(`tests/services/setup.ts does not know the project ${project.name}`)
  build(wanted.built)
  ensure(wanted.services)
}

function build(names: readonly string[]): void {
  const script = join(dirname(dirname(import.meta.dirname)), 'scripts', 'build-if-needed.mjs')
  const run = spawnSync(process.execPath, [script, ...names], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (run.status !== 0) throw new Error('the tests cannot start: something could not be built (see above)')
}
