import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, start, type Program } from './program.ts'
import type { Street } from './street.ts'

/** The real program, ready to begin; told at which step it dies. */
export type Standby = Readonly<{
  program: Program
  begins(): Promise<void>
  /** as CRASH_AT */
  diesAt(step: string): Promise<void>
}>

let made = 0

export function standby({ here: { cwd, env } }: Street): Standby {
  const gate = join(cwd, `gate-${++made}`)
  const preload = pathToFileURL(join(ROOT, 'tests', 'faults', 'gate.mjs')).href
  const program = start(['start'], { cwd, env: { ...env, GATE: gate, NODE_OPTIONS: `--import ${preload}` } })
  return {
    program,
    begins: () => writeFile(gate, 'begin'),
    async diesAt(step) {
      await writeFile(`${gate}.die`, step)
      await program.logs(/^armed$/m)
    },
  }
}
