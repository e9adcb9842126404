import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mediaDecipher, mediaKey, paddingOf } from '../crypto.ts'
import { MediaFault } from './fault.ts'
import { kindOf } from './kind.ts'
import type { Seen } from './pictures.ts'
import type { Spot } from './taken.ts'

/** A stored file; it lies at `files/<first two of sha256>/<sha256>`. */
export type Kept = Readonly<{
  sha256: string
  mime: string
  bytes: number
  name: string | null
  /** where a picture was taken */
  gps?: Spot | null
  /** sha256 of a small picture of it */
  thumb?: string | null
}>
export type How = Readonly<{
  aesKey: string | null
  cap: number
  name: string | null
  /** looks at a picture before it is kept */
  see?: (path: string) => Promise<Seen>
}>
export type Keep = (body: Readable, how: How) => Promise<Kept>

const PAD = 32

/** Stores downloads under `folder` by content: decrypted while streaming, examined, and moved into place only when whole. */
export function makeKeep(folder: string): Keep {
  const own = (bytes: Buffer, name: string | null) =>
    keep(Readable.from([bytes]), { aesKey: null, cap: bytes.length, name })
  const keep: Keep = async (body, { aesKey, cap, name, see }) => {
    const temporary = join(folder, 'tmp', randomUUID())
    // a body given up early says so by an error event, which nobody hearing would end the process
    body.on('error', () => undefined)
    try {
      const key = aesKey === null ? null : mediaKey(aesKey)
      await mkdir(dirname(temporary), { recursive: true, mode: 0o700 })
      const { sha256, bytes } = await write(body, temporary, key, cap)
      if (bytes === 0) throw new MediaFault('empty', 'an empty file')
      const mime = await kindOf(temporary)
      const seen = see && mime.startsWith('image/') ? await see(temporary) : null
      const about = seen && { gps: seen.gps, thumb: seen.small && (await own(seen.small, null)).sha256 }
      if (seen?.clean) return { ...(await own(seen.clean, name)), ...about }
      await settle(temporary, placeOf(folder, sha256))
      return { sha256, mime, bytes, name, ...about }
    } finally {
      body.destroy()
      await rm(temporary, { force: true }).catch(() => undefined)
    }
  }
  return keep
}

/** Where a file lies under the folder of all stored files. */
export const placeOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256)

/** Null when it is not there any more. */
export async function readKept(folder: string, sha256: string): Promise<Buffer | null> {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) return null
  return readFile(placeOf(folder, sha256)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

export async function removeKept(folder: string, files: readonly string[]): Promise<void> {
  for (const sha256 of files) await rm(placeOf(folder, sha256), { force: true })
}

async function write(
  body: Readable,
  path: string,
  key: Buffer | null,
  cap: number,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  // made before the first byte comes: a stream that opens by itself may make it after it was given up, and leave it behind
  const file = (await open(path, 'wx', 0o600)).createWriteStream({ flush: true })
  if (key) await pipeline(body, capped(cap + PAD), mediaDecipher(key), unpadded, counted, file)
  else await pipeline(body, capped(cap), counted, file)
  return { sha256: hash.digest('hex'), bytes }
}

function capped(cap: number) {
  return async function* (source: AsyncIterable<Buffer>) {
    let seen = 0
    for await (const chunk of source) {
      seen += chunk.length
      if (seen > cap) throw new MediaFault('too-large', `more than ${cap} bytes`)
      yield chunk
    }
  }
}

/** Holds the last bytes back until it is known how many of them are padding. */
async function* unpadded(source: AsyncIterable<Buffer>) {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    const all = Buffer.concat([held, chunk])
    const safe = Math.max(0, all.length - PAD)
    if (safe > 0) yield all.subarray(0, safe)
    held = all.subarray(safe)
  }
  const rest = held.subarray(0, held.length - paddingOf(held))
  if (rest.length > 0) yield rest
}

/** Into place in one step, and on the disk for good before anybody hears of it. */
async function settle(temporary: string, final: string): Promise<void> {
  await mkdir(dirname(final), { recursive: true, mode: 0o700 })
  await rename(temporary, final)
  const folder = await open(dirname(final))
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
