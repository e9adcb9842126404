import { readFileSync, statSync } from 'node:fs'
import { type Fault, faultAt } from './fault.ts'
import type { RawEnv } from './readEnv.ts'
import { fileVariableOf, SECRETS } from './variables.ts'
import { wordingEnv } from './wording-env.ts'

export type SecretsRead = Readonly<{ raw: RawEnv; faults: readonly Fault[] }>
/** A file a secret is read from. */
export type SecretFile = Readonly<{ name: string; file: string }>

/** Nothing that is a secret is longer; a path that was mistaken for one names a log or a database. */
const MOST_BYTES = 64 * 1024

const textOf = (raw: RawEnv, name: string): string => (raw[name] ?? '').trim()

/** Where secrets are read from, as far as they are given as files. */
export const secretFilesOf = (raw: RawEnv): SecretFile[] =>
  SECRETS.map(fileVariableOf)
    .map((name) => ({ name, file: textOf(raw, name) }))
    .filter(({ file }) => file !== '')

/** Puts in the place of each `X_FILE` of a secret X what its file holds. All faults at once; neither a value nor a path is echoed. */
export function withSecretFiles(raw: RawEnv): SecretsRead {
  const faults: Fault[] = []
  const found: Record<string, string> = {}
  for (const name of SECRETS) {
    const file = textOf(raw, fileVariableOf(name))
    if (file === '') continue
    const read = textOf(raw, name) === '' ? readSecret(file) : { fault: wordingEnv.secretTwice(name) }
    if ('fault' in read) faults.push(faultAt(placeOf(fileVariableOf(name)), read.fault))
    else found[name] = read.value
  }
  return { raw: { ...raw, ...found }, faults }
}

const placeOf = (field: string) => ({ file: wordingEnv.environment, line: null, field })

type Read = Readonly<{ value: string }> | Readonly<{ fault: { problem: string; mend: string } }>

function readSecret(file: string): Read {
  try {
    const { size } = statSync(file)
    if (size > MOST_BYTES) return { fault: wordingEnv.secretUnreadable('EFBIG') }
    // editors begin with a mark of their own and end with a line end
    const value = readFileSync(file, 'utf8')
      .replace(/^\uFEFF/u, '')
      .trim()
    return value === '' ? { fault: wordingEnv.secretEmpty } : { value }
  } catch (error) {
    return { fault: wordingEnv.secretUnreadable(error instanceof Error && 'code' in error ? String(error.code) : '') }
  }
}
