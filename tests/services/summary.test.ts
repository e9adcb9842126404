import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = dirname(dirname(import.meta.dirname))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shaozi-summary-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs one test file in a folder of its own and returns how the run ends. */
function endOf(test: string, ...more: string[]): Readonly<{ last: string | undefined; code: number | null }> {
  writeFileSync(join(folder, 'a.test.mjs'), test)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporter = join(root, 'tests/services/summary.ts')
  const run = spawnSync(
    process.execPath,
    [vitest, 'run', '--root', folder, '--globals', '--reporter', reporter, ...more],
    { encoding: 'utf8' },
  )
  return { last: run.stdout.trimEnd().split('\n').at(-1), code: run.status }
}

describe('the last line of a run', () => {
  it('counts what passed', () => {
    expect(endOf(`it('a', () => {}); it('b', () => {})`)).toEqual({ last: '2 passed, 0 failed', code: 0 })
  })

  it('counts what failed', () => {
    expect(endOf(`it('a', () => {}); it('b', () => expect(1).toBe(2))`)).toEqual({
      last: '1 passed, 1 failed',
      code: 1,
    })
  })

  it('counts a skipped test as failed', () => {
    expect(endOf(`it('a', () => {}); it.skip('b', () => {})`)).toEqual({ last: '1 passed, 1 failed', code: 1 })
  })

  it('does not, when tests were chosen by name', () => {
    expect(endOf(`it('a', () => {}); it('b', () => {})`, '-t', 'a')).toEqual({ last: '1 passed, 0 failed', code: 0 })
  })

  it('counts a file that could not be loaded', () => {
    expect(endOf(`import './missing.mjs'`)).toEqual({ last: '0 passed, 1 failed', code: 1 })
  })

  it('counts an error nobody caught', () => {
    const uncaught = `it('a', () => { void Promise.reject(new Error('lost')) })`
    expect(endOf(uncaught)).toEqual({ last: '1 passed, 1 failed', code: 1 })
  })

  it('counts a log that tells too much, though every test passed', () => {
    const logs = (line: string) =>
      `import { appendFileSync } from 'node:fs'
       it('a', () => appendFileSync(process.env.SHAOZI_TEST_LOGS + '/1.log', ${JSON.stringify(`${line}\n`)}))`
    expect(endOf(logs('{"level":30,"msg":"a message came"}'))).toEqual({ last: '1 passed, 0 failed', code: 0 })
    expect(endOf(logs('{"level":30,"text":"王家村村口","msg":"a message came"}'))).toEqual({
      last: '1 passed, 1 failed',
      code: 1,
    })
  })
})
