import { readFile, writeFile } from 'node:fs/promises'
import { Stryker } from '@stryker-mutator/core'
import { AREAS, type Area } from './mutation-areas.ts'
import { withRow, type Row } from './mutation-table.ts'

const TABLE = 'docs/mutation.md'
/** nothing of these is needed to run a unit test */
const NOT_COPIED = [
  'dist',
  'docs/images',
  'data',
  'bench',
  'reports',
  '*/client/dist',
  'tests/scenarios',
  'tests/browser',
]

/** Changes the code of an area in one place after the other, and counts how many changes its tests notice. */
async function run(name: string, { mutate, tests }: Area): Promise<Row> {
  process.env['MUTATION_TESTS'] = JSON.stringify(tests)
  const began = Date.now()
  const stryker = new Stryker({
    mutate: [...mutate, '!**/wording*.ts'],
    testRunner: 'vitest',
    vitest: { configFile: 'scripts/mutation-vitest.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation-texts.mjs'],
    ignorers: ['texts'],
    coverageAnalysis: 'perTest',
    // on a busy machine what is slow is not what hangs
    timeoutMS: 15_000,
    concurrency: Number(process.env['MUTATION_AT_ONCE'] ?? 1),
    disableTypeChecks: false,
    ignorePatterns: NOT_COPIED,
    incremental: true,
    incrementalFile: `reports/mutation/${name}.incremental.json`,
    reporters: ['clear-text', 'json', 'progress-append-only'],
    clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: false, skipFull: true },
    jsonReporter: { fileName: `reports/mutation/${name}.json` },
  })
  const found = await stryker.runMutationTest()
  const count = (...statuses: readonly string[]) => found.filter(({ status }) => statuses.includes(status)).length
  return {
    name,
    killed: count('Killed', 'Timeout'),
    survived: count('Survived', 'NoCoverage'),
    minutes: Math.ceil((Date.now() - began) / 60_000),
  }
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in AREAS))
if (unknown.length > 0) {
  console.error(`no such area: ${unknown.join(', ')}; there are ${Object.keys(AREAS).join(', ')}`)
  process.exit(2)
}
for (const [name, area] of Object.entries(AREAS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const row = await run(name, area)
  await writeFile(TABLE, withRow(await readFile(TABLE, 'utf8'), row, Object.keys(AREAS)))
}
