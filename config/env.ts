import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { type Fault, faultAt, type Words } from './fault.ts'
import { type EnvRead, type RawEnv, readEnv } from './readEnv.ts'
import { type SecretFile, secretFilesOf, withSecretFiles } from './secretFiles.ts'
import { fileVariableOf } from './variables.ts'
import { wordingEnv } from './wording-env.ts'

export { type Env, type EnvRead, type RawEnv, readEnv } from './readEnv.ts'

type DotEnv = Readonly<{ file: string; text: string; faults: readonly Fault[] }>

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN')

function readDotEnv(cwd: string): DotEnv {
  const file = join(cwd, '.env')
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')
    // what Notepad calls Unicode is UTF-16
    if (/[\0\uFFFD]/u.test(text)) return broken(file, wordingEnv.notUtf8)
    return { file, text, faults: strayLines(file, text) }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { file, text: '', faults: [] }
    return broken(file, wordingEnv.unreadable(codeOf(error)))
  }
}

const broken = (file: string, words: Words): DotEnv => ({
  file,
  text: '',
  faults: [faultAt({ file, line: null, field: '.env' }, words)],
})

/** A value in quotes may go over several lines. */
const QUOTED = /=\s*(["'`])(?:(?!\1)[\s\S])*\1/gu
const HARMLESS = /^\s*(#.*)?$|^\s*(export\s+)?[\w.-]+\s*=/u

/** Lines that set nothing, a full-width colon in place of the equals sign for one: silently left out they would start the demo. */
function strayLines(file: string, text: string): Fault[] {
  const flat = text.replace(QUOTED, (value) => `=${'\n'.repeat(value.split('\n').length - 1)}`)
  return flat
    .split(/\r?\n/u)
    .flatMap((line, i) =>
      HARMLESS.test(line) ? [] : [faultAt({ file, line: i + 1, field: '.env' }, wordingEnv.noVariable)],
    )
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

const together = (dotEnv: DotEnv, processEnv: RawEnv): RawEnv => ({ ...parseEnv(dotEnv.text), ...processEnv })

/** The variables as they are written, unchecked: of the real environment and, below it, of `.env`. */
export const rawEnv = (cwd: string, processEnv: RawEnv): RawEnv => together(readDotEnv(cwd), processEnv)

/** The files secrets are read from, whether they can be read or not. */
export const secretFiles = (cwd: string, processEnv: RawEnv): readonly SecretFile[] =>
  secretFilesOf(rawEnv(cwd, processEnv))

/**
 * Reads `.env` in cwd where there is one (as `process.loadEnvFile` would: what is really set wins), then the files of secrets, and checks everything.
 * Changes neither file nor process.env.
 */
export function loadEnv(cwd: string, processEnv: RawEnv): EnvRead {
  const dotEnv = readDotEnv(cwd)
  const secrets = withSecretFiles(together(dotEnv, processEnv))
  const read = readEnv(secrets.raw)
  if (read.ok && dotEnv.faults.length + secrets.faults.length === 0) return read
  const found = [...secrets.faults, ...(read.ok ? [] : read.faults.filter((fault) => !isSaid(fault, secrets.faults)))]
  return { ok: false, faults: [...dotEnv.faults, ...found.map((fault) => located(dotEnv, processEnv, fault))] }
}

/** A secret whose file cannot be read is not missing as well. */
const isSaid = ({ field }: Fault, said: readonly Fault[]): boolean =>
  said.some((fault) => fault.field === fileVariableOf(field))
