import { defineConfig } from 'vitest/config'

/** The tests of one area, without the services of the whole project: this runs once for every change that is tried. */
export default defineConfig({
  test: {
    include: JSON.parse(process.env['MUTATION_TESTS'] ?? '[]') as string[],
    env: { SHAOZI_TEST_DATABASES: 'sqlite' },
    pool: 'threads',
    // a constant of a module is changed only where the module is read anew
    isolate: true,
    fileParallelism: false,
    // the tests of a property, while something else runs
    testTimeout: 120_000,
  },
})
