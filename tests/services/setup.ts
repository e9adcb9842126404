import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Service } from './ensure.ts'
import { learnHearing } from '../../learning/hearing.ts'
import { ensure, services } from './ensure.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** a DATA_DIR in which it is learnt already how people speak; '' where nobody needs it */
    heard: string
  }
}

type Needs = Readonly<{ built: readonly string[]; services: readonly Service[]; heard?: true }>

/** What has to be there before a project's first test. */
const needs: Readonly<Record<string, Needs>> = {
  unit: { built: ['generate'], services: [services.redis, services.postgres, services.poppler] },
  'scenarios-local': { built: ['generate', 'phones'], services: [], heard: true },
  'scenarios-redis': { built: ['generate', 'phones'], services: [services.redis], heard: true },
  'scenarios-fleet': {
    built: ['generate', 'compile', 'phones'],
    services: [services.redis, services.postgres],
    heard: true,
  },
  process: {
    built: ['generate', 'compile', 'phones', 'pages'],
    services: [services.redis, services.postgres],
    heard: true,
  },
  office: { built: ['generate'], services: [services.libreoffice, services.poppler] },
  browser: { built: ['generate', 'phones', 'pages'], services: [services.redis, services.chromium], heard: true },
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const wanted = needs[project.name]
  if (wanted === undefined) throw new Error(`tests/services/setup.ts does not know the project ${project.name}`)
  build(wanted.built)
  ensure(wanted.services)
  const heard = wanted.heard ? await learnt() : ''
  project.provide('heard', heard)
  return () => (heard ? rm(heard, { recursive: true, force: true }) : Promise.resolve())
}

/** As after the first minute of a township: learnt once for all houses of a run. */
async function learnt(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shaozi-heard-'))
  await learnHearing(folder)
  return folder
}

function build(names: readonly string[]): void {
  const script = join(dirname(dirname(import.meta.dirname)), 'scripts', 'build-if-needed.mjs')
  const run = spawnSync(process.execPath, [script, ...names], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (run.status !== 0) throw new Error('the tests cannot start: something could not be built (see above)')
}
