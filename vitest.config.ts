import { defineConfig } from 'vitest/config'

type Project = Readonly<{
  name: string
  include: readonly string[]
  exclude?: readonly string[]
  env?: Record<string, string>
  oneByOne?: boolean
  /** ms for one test */
  patience?: number
}>

const scenarios = ['tests/scenarios/**/*.test.ts']
/** what Word and WPS would show, in LibreOffice */
const office = ['tests/office/**/*.test.ts']
const browser = ['tests/browser/**/*.test.ts']
/** the built program as a process of its own */
const processes = ['tests/process/**/*.test.ts']

/** Every scenario before several processes of which one is killed every 20 s takes an hour and a quarter: `npm run fleet`. */
const byHand: readonly Project[] = process.env['SHAOZI_FLEET']
  ? [
      {
        name: 'scenarios-fleet',
        include: scenarios,
        // the first dies by itself, the second is about a single process, the third spoils a file
        exclude: [
          'tests/scenarios/faults-crash.test.ts',
          'tests/scenarios/faults-alone.test.ts',
          'tests/scenarios/web/tampered.test.ts',
        ],
        env: { SHAOZI_TEST_QUEUE: 'fleet' },
        patience: 300_000,
      },
    ]
  : []

/** In the order they run; two at a time inside each, because the smallest machine we promise has two cores. */
const projects: readonly Project[] = [
  { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [...scenarios, ...processes, ...office, ...browser] },
  { name: 'scenarios-local', include: scenarios, env: { SHAOZI_TEST_QUEUE: 'local' } },
  { name: 'scenarios-redis', include: scenarios, env: { SHAOZI_TEST_QUEUE: 'redis' } },
  { name: 'process', include: processes, oneByOne: true },
  { name: 'office', include: office, oneByOne: true },
  { name: 'browser', include: browser, oneByOne: true },
  ...byHand,
]

export default defineConfig({
  test: {
    reporters: ['default', './tests/services/summary.ts'],
    projects: projects.map(({ name, include, exclude, env, oneByOne, patience = 30_000 }, groupOrder) => ({
      test: {
        name,
        include: [...include],
        exclude: [...(exclude ?? [])],
        env: env ?? {},
        pool: 'forks',
        maxWorkers: oneByOne ? 1 : 2,
        sequence: { groupOrder },
        testTimeout: patience,
        hookTimeout: 60_000,
        globalSetup: ['./tests/services/setup.ts'],
      },
    })),
  },
})
