import { createHmac, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** `current` seals what is new; the others are kept until nothing is sealed with them any more. `index` finds people again. */
type Keys = Readonly<{ current: string; keys: Readonly<Record<string, string>>; index: string }>

export type KeyRing = Readonly<{
  current: string
  ids: readonly string[]
  /** keyed hash of what the platform calls somebody */
  lookup(id: string): string
  seal(plain: string, about: string): Readonly<{ keyId: string; sealed: string }>
  /** Throws where the key is missing, or what is sealed was changed. */
  unseal(sealed: string, keyId: string, about: string): string
}>

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
const IV_BYTES = 12
const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'
const fresh = (): string => randomBytes(KEY_BYTES).toString('base64')

/** Opens the keys, and makes them where there is nothing yet that they could not open (`inUse` = the keys the database was sealed with). */
export async function openKeys(file: string, inUse: readonly string[]): Promise<KeyRing> {
  if (!existsSync(file)) {
    if (inUse.length > 0) throw new KeysRefused('missing', file)
    await create(file, { current: 'k1', keys: { k1: fresh() }, index: fresh() })
  }
  const keys = await read(file)
  if (inUse.some((id) => keys.keys[id] === undefined)) throw new KeysRefused('lacks', file)
  return ringOf(keys)
}

/** One key more, which seals from now on. */
export async function addKey(file: string): Promise<KeyRing> {
  const old = await read(file)
  const next = `k${Math.max(0, ...Object.keys(old.keys).map((id) => Number(id.slice(1)) || 0)) + 1}`
  const keys = { ...old, current: next, keys: { ...old.keys, [next]: fresh() } }
  await replace(file, keys)
  return ringOf(keys)
}

/** Forgets keys that seal nothing any more. */
export async function dropKeys(file: string, kept: readonly string[]): Promise<KeyRing> {
  const old = await read(file)
  const left = Object.fromEntries(Object.entries(old.keys).filter(([id]) => id === old.current || kept.includes(id)))
  const keys = { ...old, keys: left }
  await replace(file, keys)
  return ringOf(keys)
}

function ringOf({ current, keys, index }: Keys): KeyRing {
  const bytes = new Map(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]))
  const own = bytes.get(current)
  const indexKey = Buffer.from(index, 'base64')
  if (!own) throw new Error('the current key is none of the keys')
  return {
    current,
    ids: [...bytes.keys()],
    lookup: (id) => createHmac('sha256', indexKey).update(id).digest('base64url'),
    seal(plain, about) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, own, iv).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return { keyId: current, sealed: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64') }
    },
    unseal(sealed, keyId, about) {
      const key = bytes.get(keyId)
      if (!key) throw new Error(`there is no key ${keyId}`)
      const all = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv(CIPHER, key, all.subarray(0, IV_BYTES)).setAAD(Buffer.from(about))
      decipher.setAuthTag(all.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      return Buffer.concat([decipher.update(all.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
    },
  }
}

async function read(file: string): Promise<Keys> {
  try {
    const found: unknown = JSON.parse(await readFile(file, 'utf8'))
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
async function create(file: string, keys: Keys): Promise<void> {
  const draft = await write(file, keys)
  try {
    await link(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function replace(file: string, keys: Keys): Promise<void> {
  await rename(await write(file, keys), file)
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
