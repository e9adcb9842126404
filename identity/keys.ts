import { createHmac, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { create, freshKey, KeysRefused, read, replace, stampOf, type Keys } from './keyFile.ts'

/** As the file says now: it may be changed beside us (`shaozi keys rotate`), and what is new is sealed with the newest key. */
export type KeyRing = Readonly<{
  readonly current: string
  readonly ids: readonly string[]
  /** keyed hash of what the platform calls somebody */
  lookup(id: string): string
  seal(plain: string, about: string): Readonly<{ keyId: string; sealed: string }>
  /** Throws where the key is missing, or what is sealed was changed. */
  unseal(sealed: string, keyId: string, about: string): string
}>

const IV_BYTES = 12
const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'

/** Opens the keys, and makes them where there is nothing yet that they could not open (`inUse` = the keys the database was sealed with). */
export async function openKeys(file: string, inUse: readonly string[]): Promise<KeyRing> {
  if (!existsSync(file)) {
    if (inUse.length > 0) throw new KeysRefused('missing', file)
    await create(file, { current: 'k1', keys: { k1: freshKey() }, index: freshKey() })
  }
  const keys = read(file)
  if (inUse.some((id) => keys.keys[id] === undefined)) throw new KeysRefused('lacks', file)
  return ringOf(file)
}

/** One key more, which seals from now on. */
export async function addKey(file: string): Promise<KeyRing> {
  const old = read(file)
  const next = `k${Math.max(0, ...Object.keys(old.keys).map((id) => Number(id.slice(1)) || 0)) + 1}`
  await replace(file, { ...old, current: next, keys: { ...old.keys, [next]: freshKey() } })
  return ringOf(file)
}

/** Forgets keys that seal nothing any more. */
export async function dropKeys(file: string, kept: readonly string[]): Promise<KeyRing> {
  const old = read(file)
  const left = Object.fromEntries(Object.entries(old.keys).filter(([id]) => id === old.current || kept.includes(id)))
  await replace(file, { ...old, keys: left })
  return ringOf(file)
}

type Opened = Readonly<{ current: string; index: Buffer; bytes: ReadonlyMap<string, Buffer> }>

function ringOf(file: string): KeyRing {
  const { kept, renewed } = following(file)
  return {
    get current() {
      return renewed().current
    },
    get ids() {
      return [...renewed().bytes.keys()]
    },
    lookup: (id) => createHmac('sha256', kept().index).update(id).digest('base64url'),
    seal(plain, about) {
      const { current, bytes } = renewed()
      return { keyId: current, sealed: sealedWith(keyIn(bytes, current), plain, about) }
    },
    unseal(sealed, keyId, about) {
      const { bytes } = kept().bytes.has(keyId) ? kept() : renewed()
      return unsealedWith(keyIn(bytes, keyId), sealed, about)
    },
  }
}

/** What the file held, and what it holds since somebody changed it; where that cannot be read, what it held. */
function following(file: string): Readonly<{ kept(): Opened; renewed(): Opened }> {
  let seen = stampOf(file)
  let kept = opened(read(file))
  return {
    kept: () => kept,
    renewed() {
      const stamp = stampOf(file)
      if (stamp === null || stamp === seen) return kept
      seen = stamp
      try {
        kept = opened(read(file))
      } catch (error) {
        if (!(error instanceof KeysRefused)) throw error
      }
      return kept
    },
  }
}

const opened = ({ current, keys, index }: Keys): Opened => ({
  current,
  index: Buffer.from(index, 'base64'),
  bytes: new Map(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')])),
})

function keyIn(bytes: ReadonlyMap<string, Buffer>, id: string): Buffer {
  const key = bytes.get(id)
  if (!key) throw new Error(`there is no key ${id}`)
  return key
}

function sealedWith(key: Buffer, plain: string, about: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
}

function unsealedWith(key: Buffer, sealed: string, about: string): string {
  const all = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv(CIPHER, key, all.subarray(0, IV_BYTES)).setAAD(Buffer.from(about))
  decipher.setAuthTag(all.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(all.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
}
