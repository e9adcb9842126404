import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { type Fault, faultAt } from './fault.ts'
import { type EnvRead, type RawEnv, readEnv } from './readEnv.ts'
import { wordingEnv } from './wording-env.ts'

export { type Env, type EnvRead, type RawEnv, readEnv } from './readEnv.ts'

type DotEnv = Readonly<{ file: string; text: string; fault: Fault | null }>

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN')

function readDotEnv(cwd: string): DotEnv {
  const file = join(cwd, '.env')
  try {
    return { file, text: readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''), fault: null }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { file, text: '', fault: null }
    return { file, text: '', fault: faultAt({ file, line: null, field: '.env' }, wordingEnv.unreadable(codeOf(error))) }
  }
}

/** Where a variable is written in the file; null when it came from the real environment. */
function lineOf(text: string, name: string): number | null {
  const index = text.split('\n').findLastIndex(
    (line) =>
      line
        .replace(/^\s*(export\s+)?/u, '')
        .split('=')[0]
        ?.trim() === name,
  )
  return index === -1 ? null : index + 1
}

const located = (dotEnv: DotEnv, processEnv: RawEnv, fault: Fault): Fault => {
  const line = processEnv[fault.field] === undefined ? lineOf(dotEnv.text, fault.field) : null
  return { ...fault, file: line === null ? wordingEnv.environment : dotEnv.file, line }
}

/**
 * Reads `.env` in cwd where there is one (as `process.loadEnvFile` would: what is really set wins) and checks everything.
 * Changes neither file nor process.env.
 */
export function loadEnv(cwd: string, processEnv: RawEnv): EnvRead {
  const dotEnv = readDotEnv(cwd)
  const read = readEnv({ ...parseEnv(dotEnv.text), ...processEnv })
  if (read.ok && dotEnv.fault === null) return read
  const faults = read.ok ? [] : read.faults.map((fault) => located(dotEnv, processEnv, fault))
  return { ok: false, faults: dotEnv.fault ? [dotEnv.fault, ...faults] : faults }
}
