import { createCipheriv, createDecipheriv } from 'node:crypto'

/** The platform pads to 32 bytes, twice the block of AES; Node's own padding would refuse half of its files. */
const PAD = 32

/** A key that is not 32 bytes long, or data that was not encrypted with it. */
export class CryptoFault extends Error {
  override readonly name = 'CryptoFault'
  readonly code: 'bad-key' | 'damaged'
  constructor(code: 'bad-key' | 'damaged', message: string) {
    super(message)
    this.code = code
  }
}

/** The 32 bytes of an aeskey. Forgiving: base64 with or without `=`, the url-safe alphabet, stray last bits, or hex. */
export function mediaKey(aesKey: string): Buffer {
  const text = aesKey.trim()
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  if (key.length !== 32) throw new CryptoFault('bad-key', `an aeskey must hold 32 bytes, this one holds ${key.length}`)
  return key
}

/** AES-256-CBC, the IV being the first half of the key. Padding is ours to add and to check. */
export function mediaDecipher(key: Buffer) {
  return createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
}

/** How many bytes of padding end the plain text; `tail` is its last 32 bytes. */
export function paddingOf(tail: Buffer): number {
  const count = tail.at(-1) ?? 0
  const fits = count >= 1 && count <= PAD && count <= tail.length
  if (!fits || !tail.subarray(tail.length - count).every((byte) => byte === count)) {
    throw new CryptoFault('damaged', 'the padding is wrong: another key, or a damaged file')
  }
  return count
}

/** Encrypts a file as the platform does. */
export function encryptMedia(plain: Buffer, aesKey: string): Buffer {
  const key = mediaKey(aesKey)
  const count = PAD - (plain.length % PAD)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(count, count)), cipher.final()])
}

/** The reverse of `encryptMedia`; throws CryptoFault. */
export function decryptMedia(data: Buffer, aesKey: string): Buffer {
  const key = mediaKey(aesKey)
  if (data.length === 0 || data.length % 16 !== 0) throw new CryptoFault('damaged', 'the file is cut short')
  const decipher = mediaDecipher(key)
  const plain = Buffer.concat([decipher.update(data), decipher.final()])
  return plain.subarray(0, plain.length - paddingOf(plain.subarray(-PAD)))
}
