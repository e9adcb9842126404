import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { BackupFault } from '../domain/backup/fault.ts'
import type { Key } from './key.ts'

/** The chunk of the format: each is proved before a byte of it is handed on. */
const CHUNK = 64 * 1024

/** The same streams, of which Node and the library have each their own types. */
const toWeb = (source: Readable) => Readable.toWeb(source) as globalThis.ReadableStream<Uint8Array>
const fromWeb = (source: globalThis.ReadableStream<Uint8Array>) => Readable.fromWeb(source as ReadableStream)

/** What is read from `source`, sealed; without a key as it is. */
export async function sealed(key: Key | null, source: Readable): Promise<Readable> {
  if (key === null) return source
  // who reads hears of its faults; unheard here they would end the program
  source.on('error', () => undefined)
  const encrypter = new Encrypter()
  encrypter.addRecipient(key.recipient)
  return fromWeb(await encrypter.encrypt(toWeb(source)))
}

/** What was sealed into a file. Not one byte more is handed on than is proved. */
export async function unsealed(key: Key | null, path: string): Promise<Readable> {
  const file = createReadStream(path, { highWaterMark: CHUNK })
  if (key === null) return file
  file.on('error', () => undefined)
  const decrypter = new Decrypter()
  decrypter.addIdentity(key.identity)
  try {
    return fromWeb(await decrypter.decrypt(toWeb(file)))
  } catch (error) {
    file.destroy()
    throw unsealFault(error, path)
  }
}

/** Which key it wants is told by its name: what is ours and cannot be opened was changed. */
function unsealFault(error: unknown, path: string): BackupFault {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return new BackupFault(missing ? 'no-archive' : 'damaged', path, error)
}
