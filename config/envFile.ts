import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'

/** Only whoever runs the program may read it: there are secrets in it. */
const MODE = 0o600

/** The text of an .env with these values put in, and those of the names in `gone` taken out; what else stands there stays, comments included. */
export function withValues(
  text: string,
  values: Readonly<Record<string, string>>,
  gone: readonly string[] = [],
): string {
  const left = new Map(Object.entries(values))
  const lines = text.split(/\r?\n/u).flatMap((line) => {
    const name = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=/u.exec(line)?.[1]
    if (name !== undefined && gone.includes(name)) return []
    const value = name === undefined ? undefined : left.get(name)
    if (name === undefined || value === undefined) return [line]
    left.delete(name)
    return [`${name}=${quoted(value)}`]
  })
  while (lines.at(-1) === '') lines.pop()
  return [...lines, ...[...left].map(([name, value]) => `${name}=${quoted(value)}`), ''].join('\n')
}

/** A `#` would begin a comment, and a line end another variable. */
function quoted(value: string): string {
  if (/[\r\n]/u.test(value)) throw new Error('a value has one line')
  if (!/[#"'`\s]/u.test(value)) return value
  const quote = ['"', "'", '`'].find((mark) => !value.includes(mark))
  if (quote === undefined) throw new Error('a value with all three quotes cannot be written')
  return `${quote}${value}${quote}`
}

/** Puts values into an .env file, and takes those of `gone` out of it, all or nothing: a crash in between leaves the old one. Rejects with the system's error. */
export async function writeEnvFile(
  file: string,
  values: Readonly<Record<string, string>>,
  gone: readonly string[] = [],
): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const beside = `${file}.${randomUUID()}`
  try {
    await writeFile(beside, withValues(text, values, gone), { mode: MODE, flag: 'wx' })
    await rename(beside, file)
  } finally {
    await rm(beside, { force: true })
  }
}
