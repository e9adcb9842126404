import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { chmod, link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** `current` seals what is new; the others are kept until nothing is sealed with them any more. `index` finds people again. */
export type Keys = Readonly<{ current: string; keys: Readonly<Record<string, string>>; index: string }>

/** The file with the keys is missing, or does not fit the database. `missing` = what the database is sealed with. */
export class KeysRefused extends Error {
  override readonly name = 'KeysRefused'
  readonly why: 'missing' | 'lacks' | 'damaged'
  readonly file: string

  constructor(why: KeysRefused['why'], file: string) {
    super(`the identity keys in ${file} cannot be used: ${why}`)
    this.why = why
    this.file = file
  }
}

const KEY_BYTES = 32
export const freshKey = (): string => randomBytes(KEY_BYTES).toString('base64')

/** Throws KeysRefused. */
export function read(file: string): Keys {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (isKeys(found)) return found
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new KeysRefused('missing', file)
  }
  throw new KeysRefused('damaged', file)
}

function isKeys(found: unknown): found is Keys {
  if (typeof found !== 'object' || found === null) return false
  const { current, keys, index } = found as Record<string, unknown>
  if (typeof current !== 'string' || typeof index !== 'string' || typeof keys !== 'object' || keys === null)
    return false
  const all = [index, ...Object.values(keys)]
  return (
    current in keys && all.every((key) => typeof key === 'string' && Buffer.from(key, 'base64').length === KEY_BYTES)
  )
}

/** Written beside and linked into place: of two processes that start at once one makes the file, and both read it. */
export async function create(file: string, keys: Keys): Promise<void> {
  const draft = await write(file, keys)
  try {
    await link(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** On the disk before it is used: a row may not be sealed with a key that a power cut takes back. */
export async function replace(file: string, keys: Keys): Promise<void> {
  await rename(await write(file, keys), file)
  const folder = await open(dirname(file), 'r')
  await folder.sync().finally(() => folder.close())
}

async function write(file: string, keys: Keys): Promise<string> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(keys, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await chmod(draft, 0o600)
  return draft
}

/** A changed file is another one: it is only ever replaced. Null where there is none. */
export function stampOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false })
  return found ? `${found.ino} ${found.mtimeMs}` : null
}
