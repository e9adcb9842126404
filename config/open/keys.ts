import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Fault, faultAt, type Words } from '../fault.ts'
import { wordingOpen as words } from '../wording-open.ts'

/** A system that may hand in: its key is known by its hash only. */
export type OpenKey = Readonly<{ name: string; sha256: Buffer }>
export type OpenKeys = Readonly<{ keys: readonly OpenKey[]; faults: readonly Fault[] }>

const LINE = /^([\p{L}\p{N}._-]{1,40})\s+sha256:([0-9a-f]{64})$/u

/** Reads the file of OPEN311_KEYS: `name sha256:hash` a line, `#` begins a comment. A faulty line lets nobody in. */
export async function readOpenKeys(file: string | null): Promise<OpenKeys> {
  if (file === null) return { keys: [], faults: [] }
  const text = await readFile(file, 'utf8').catch((error: unknown) => codeOf(error))
  if (typeof text !== 'string') return { keys: [], faults: [fault(file, null, words.noKeysFile(text.code))] }
  const keys = new Map<string, OpenKey>()
  const faults: Fault[] = []
  for (const [index, written] of text
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .entries()) {
    const line = written.replace(/#.*$/u, '').trim()
    if (line === '') continue
    const [, name, hash] = LINE.exec(line) ?? []
    if (!name || !hash) faults.push(fault(file, index + 1, words.badKeyLine()))
    else if (keys.has(name)) faults.push(fault(file, index + 1, words.keyTwice(name)))
    else keys.set(name, { name, sha256: Buffer.from(hash, 'hex') })
  }
  return { keys: [...keys.values()], faults }
}

const codeOf = (error: unknown) => ({
  code: error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN',
})

const fault = (file: string, line: number | null, said: Words): Fault =>
  faultAt({ file, line, field: 'OPEN311_KEYS' }, said)

/** A new key, and the line that lets it in. */
export function newOpenKey(name: string): Readonly<{ key: string; line: string }> {
  const key = randomBytes(24).toString('base64url')
  return { key, line: `${name} sha256:${createHash('sha256').update(key).digest('hex')}` }
}

export const isKeyName = (name: string): boolean => /^[\p{L}\p{N}._-]{1,40}$/u.test(name)
