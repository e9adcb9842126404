import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { placeOf } from '../bot/media/keep.ts'
import { BackupFault } from '../domain/backup/fault.ts'
import type { Key } from './key.ts'
import { sealed, unsealed } from './seal.ts'
import { writeWhole } from './write.ts'

/** Stored files beside the archives, each sealed by itself and once for all archives of a key: pictures are most of what there is. */
const END = '.age'
const SHA256 = /^[0-9a-f]{64}$/u

/** The hashes of what lies in such a folder; of one that is not there: none. */
export async function namesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return found.flatMap((entry) => {
    const name = entry.name.replace(END, '')
    return entry.isFile() && SHA256.test(name) ? [name] : []
  })
}

const pooled = (pool: string, key: Key | null, sha256: string): string =>
  `${placeOf(pool, sha256)}${key === null ? '' : END}`

export type Filled = Readonly<{ files: readonly string[]; fresh: number; changed: readonly string[] }>

/** What is stored and not in the pool yet goes there. What is not any more what it was called by is named, and left. */
export async function fillPool(stored: string, pool: string, key: Key | null): Promise<Filled> {
  const there = new Set(await namesIn(pool))
  const changed: string[] = []
  let fresh = 0
  for (const sha256 of await namesIn(stored)) {
    if (there.has(sha256)) continue
    const outcome = await poolOne(placeOf(stored, sha256), pooled(pool, key, sha256), key, sha256)
    if (outcome === 'kept') there.add(sha256)
    if (outcome === 'kept') fresh += 1
    if (outcome === 'changed') changed.push(sha256)
  }
  const now = new Set(await namesIn(stored))
  return { files: [...there].filter((sha256) => now.has(sha256)).sort(), fresh, changed }
}

/** It may be forgotten by the program just now: then it is gone, and rightly. */
async function poolOne(
  from: string,
  to: string,
  key: Key | null,
  sha256: string,
): Promise<'kept' | 'gone' | 'changed'> {
  try {
    await writeWhole(to, () => sealed(key, Readable.from(proved(createReadStream(from), sha256))))
    return 'kept'
  } catch (error) {
    if (error instanceof Changed) return 'changed'
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'gone'
    throw error
  }
}

class Changed extends Error {}

/** The same bytes; fails at the end where they are not those it is called by. */
async function* proved(source: Readable, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of source as AsyncIterable<Buffer>) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== sha256) throw new Changed(sha256)
}

/** Is it in the pool, can it be opened, and is it what it was? */
export async function stateInPool(
  pool: string,
  key: Key | null,
  sha256: string,
): Promise<'same' | 'changed' | 'missing'> {
  try {
    await pipeline(await unsealed(key, pooled(pool, key, sha256)), async (source: AsyncIterable<Buffer>) => {
      for await (const _ of proved(Readable.from(source), sha256));
    })
    return 'same'
  } catch (error) {
    if (error instanceof BackupFault && error.code === 'no-archive') return 'missing'
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return code === 'ENOENT' ? 'missing' : 'changed'
  }
}

/** Puts files back where the program looks for them; what is there stays. */
export async function emptyInto(
  stored: string,
  pool: string,
  key: Key | null,
  files: readonly string[],
): Promise<number> {
  const there = new Set(await namesIn(stored))
  const lacking = files.filter((sha256) => !there.has(sha256))
  for (const sha256 of lacking) {
    const from = pooled(pool, key, sha256)
    await writeWhole(placeOf(stored, sha256), async () => Readable.from(proved(await unsealed(key, from), sha256)))
  }
  return lacking.length
}

/** What no archive names any more goes: what was forgotten must not live on in the backups for ever. */
export async function prunePool(pool: string, key: Key | null, named: ReadonlySet<string>): Promise<number> {
  const gone = (await namesIn(pool)).filter((sha256) => !named.has(sha256))
  for (const sha256 of gone) await rm(pooled(pool, key, sha256), { force: true })
  return gone.length
}
