import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { handOver } from '../services/logs.ts'

export const ROOT = join(import.meta.dirname, '..', '..')
/** On a machine that is slow and busy; whoever waits is told at once when the program ends. */
const PATIENCE = 60_000
vi.setConfig({ testTimeout: 2 * PATIENCE })

export type Ended = Readonly<{ code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }>
export type Setting = Readonly<Record<string, string>>
type Options = Readonly<{ cwd: string; env: Setting; prefix?: readonly string[] }>

/** The built program as a process of its own, as a user starts it. */
export class Program {
  readonly #child: ChildProcess
  readonly #listeners = new Set<() => void>()
  readonly ended: Promise<Ended>
  stdout = ''
  stderr = ''

  constructor(args: readonly string[], { cwd, env, prefix = [] }: Options) {
    const [file = '', ...rest] = [...prefix, process.execPath, join(ROOT, 'dist', 'main.js'), ...args]
    this.#child = spawn(file, rest, { cwd, env: { ...inherited(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => this.#heard(() => (this.stdout += text)))
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#heard(() => (this.stderr += text)))
    this.ended = this.#whenEnded()
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** Resolves with the first match on standard output; rejects when the program ends without saying so. */
  async says(words: RegExp): Promise<RegExpExecArray> {
    return this.#waitFor(() => words.exec(this.stdout), `${words}`)
  }

  async logs(words: RegExp): Promise<RegExpExecArray> {
    return this.#waitFor(() => words.exec(this.stderr), `${words} in the log`)
  }

  async kill(signal: NodeJS.Signals): Promise<Ended> {
    this.#child.kill(signal)
    return this.ended
  }

  #heard(take: () => void): void {
    take()
    for (const listener of [...this.#listeners]) listener()
  }

  #whenEnded(): Promise<Ended> {
    return new Promise((resolve, reject) => {
      this.#child.once('error', reject)
      this.#child.once('close', (code, signal) => {
        // what it says to its operator is not the log
        handOver(this.stderr.split('\n').filter((line) => line.startsWith('{"level"')))
        resolve({ code, signal, stdout: this.stdout, stderr: this.stderr })
      })
    })
  }

  async #waitFor<T>(look: () => T | null, what: string): Promise<T> {
    const found = new Promise<T>((resolve) => {
      const listener = () => {
        const seen = look()
        if (seen === null) return
        this.#listeners.delete(listener)
        resolve(seen)
      }
      this.#listeners.add(listener)
      listener()
    })
    return within(what, Promise.race([found, this.#endedInstead(what)]), () => this.stdout + this.stderr)
  }

  async #endedInstead(what: string): Promise<never> {
    const { code, signal } = await this.ended
    throw new Error(`the program ended with ${code ?? signal} and did not say ${what}:\n${this.stdout}${this.stderr}`)
  }
}

/** Only what a process needs: a setting of the developer's own shell must not turn a demo into the real thing. */
function inherited(): Setting {
  // far from Shanghai, so that no rule can lean on the zone of the machine
  return { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', TZ: 'America/New_York' }
}

async function within<T>(what: string, promise: Promise<T>, said: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${PATIENCE} ms\n${said()}`)), PATIENCE)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/** Starts the program; it ends with the test. */
export function start(args: readonly string[], options: Options): Program {
  const program = new Program(args, options)
  onTestFinished(async () => void (await program.kill('SIGKILL')))
  return program
}

/** Runs the program until it ends by itself. */
export function run(args: readonly string[], options: Options): Promise<Ended> {
  return start(args, options).ended
}
