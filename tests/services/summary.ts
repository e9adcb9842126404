import { mkdtempSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reporter, TestModule, TestRunEndReason, Vitest } from 'vitest/node'
import { gathered, leaksIn, LOG_FOLDER } from './logs.ts'

const SHOWN = 20

/**
 * Ends every run with exactly one plain line, `N passed, N failed`, all projects together.
 * A file that could not be loaded, an unhandled error, a skipped test and a set-up that failed count as failed:
 * a run that is not green never reads like one.
 * Its last step looks through everything the tested program logged: what names a person or opens a door counts as failed, too.
 */
export default class Summary implements Reporter {
  private passed = 0
  private failed = 0
  private ended = false
  private narrowed = false
  private readonly logs = mkdtempSync(join(tmpdir(), 'shaozi-logs-'))

  onInit(vitest: Vitest): void {
    process.env[LOG_FOLDER] = this.logs
    this.narrowed = vitest.config.testNamePattern !== undefined
    process.once('exit', (code) => this.print(code))
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[], reason: TestRunEndReason): void {
    this.ended = true
    this.passed = 0
    this.failed = unhandled.length
    for (const module of modules) this.count(module)
    if (reason === 'failed' && this.failed === 0) this.failed = 1
    this.lookThroughLogs()
  }

  private lookThroughLogs(): void {
    const leaks = leaksIn(gathered(this.logs))
    rmSync(this.logs, { recursive: true, force: true })
    if (leaks.length === 0) return
    this.failed += 1
    const shown = [...new Set(leaks)].slice(0, SHOWN).map((leak) => `  ${leak}`)
    writeSync(2, `\nthe log says what it must not (${leaks.length} times):\n${shown.join('\n')}\n`)
  }

  private count(module: TestModule): void {
    this.failed += module.errors().length
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') this.passed += 1
      else if (state === 'failed' || !this.narrowed) this.failed += 1
    }
  }

  private print(code: number): void {
    if (this.failed === 0 && (code !== 0 || !this.ended)) this.failed = 1
    if (this.failed > 0 && code === 0) process.exitCode = 1
    writeSync(1, `${this.passed} passed, ${this.failed} failed\n`)
  }
}
