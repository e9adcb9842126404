import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { poolName, type Archive } from '../domain/backup/name.ts'
import { outdated } from '../domain/backup/rotation.ts'
import { readManifest } from './archive.ts'
import { archives, poolOf } from './folder.ts'
import type { Key } from './key.ts'
import { prunePool } from './pool.ts'

/** Old archives go, and stored files none of the others names. */
export async function rotate(folder: string, key: Key | null, now: Date): Promise<number> {
  const gone = outdated(await archives(folder), now)
  for (const { name } of gone) await rm(join(folder, name), { force: true })
  const left = await archives(folder)
  await dropPools(folder, new Set(left.map(({ keyId }) => poolName(keyId))))
  const named = await filesNamed(
    folder,
    key,
    left.filter(({ keyId }) => keyId === (key?.id ?? null)),
  )
  if (named) await prunePool(poolOf(folder, key), key, named)
  return gone.length
}

/** Stored files sealed with a key that no archive needs any more. */
async function dropPools(folder: string, needed: ReadonlySet<string>): Promise<void> {
  const pools = dirname(poolOf(folder, null))
  const found = existsSync(pools) ? await readdir(pools) : []
  for (const name of found.filter((one) => !needed.has(one))) await rm(join(pools, name), { recursive: true })
}

/** Null where one of the archives cannot be read: nothing goes then. */
async function filesNamed(
  folder: string,
  key: Key | null,
  left: readonly Archive[],
): Promise<ReadonlySet<string> | null> {
  const named = new Set<string>()
  try {
    for (const { name } of left)
      for (const sha256 of (await readManifest(join(folder, name), key)).files) named.add(sha256)
    return named
  } catch {
    return null
  }
}
