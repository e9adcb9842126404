import { timingSafeEqual } from 'node:crypto'
import { decrypt, getSignature } from '@wecom/crypto'

export type Seal = Readonly<{ token: string; aesKey: string; corpId: string }>
export type Fault = 'query' | 'old' | 'envelope' | 'signature' | 'encryption' | 'receiver'
export type Opened =
  | Readonly<{ ok: true; message: string; nonce: string; signature: string }>
  | Readonly<{ ok: false; fault: Fault }>

/** A request is good for ten minutes, in both directions. */
const WITHIN_MS = 10 * 60_000
const SIGNATURE = /^[0-9a-f]{40}$/
const NONCE = /^[\w.-]{1,64}$/
const BASE64 = /^[0-9A-Za-z+/]+={0,2}$/
const NUMBER = /^\d{10}$/
/** AES-256 with padding to 32 bytes, twice its block. */
const BLOCK = 32
/** 16 random bytes and 4 of length stand before the message. */
const HEAD = 20

const bad = (fault: Fault): Opened => ({ ok: false, fault })

/** Checks the signature, the time and whom it is for, and decrypts; `body` null = the echostr of a verification. Never throws. */
export function openEnvelope(seal: Seal, query: URLSearchParams, body: Buffer | null, now: Date): Opened {
  const [signature = '', timestamp = '', nonce = ''] = ['msg_signature', 'timestamp', 'nonce'].map(
    (name) => query.get(name) ?? '',
  )
  if (!SIGNATURE.test(signature) || !NUMBER.test(timestamp) || !NONCE.test(nonce)) return bad('query')
  if (Math.abs(Number(timestamp) * 1000 - now.getTime()) > WITHIN_MS) return bad('old')
  const encrypted = body === null ? echoOf(query) : encryptedIn(body)
  if (encrypted === null) return bad('envelope')
  if (!same(getSignature(seal.token, timestamp, nonce, encrypted), signature)) return bad('signature')
  const plain = decrypted(seal.aesKey, encrypted)
  if (plain === null) return bad('encryption')
  return plain.id === seal.corpId ? { ok: true, message: plain.message, nonce, signature } : bad('receiver')
}

/** A plus that came through a proxy as a space is a plus. */
function echoOf(query: URLSearchParams): string | null {
  const echo = (query.get('echostr') ?? '').replaceAll(' ', '+')
  return BASE64.test(echo) ? echo : null
}

const ENCRYPT = /<Encrypt>\s*(?:<!\[CDATA\[)?\s*([0-9A-Za-z+/=]+)\s*(?:\]\]>)?\s*<\/Encrypt>/g

/** Of the envelope only this one part is needed, so it is not parsed; one that could mean two things is refused. */
function encryptedIn(body: Buffer): string | null {
  const text = body.toString('latin1')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return null
  const found = [...text.matchAll(ENCRYPT)]
  const only = found[0]?.[1]
  return found.length === 1 && only !== undefined && text.split('<Encrypt>').length === 2 && BASE64.test(only)
    ? only
    : null
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The library does not look at the padding: the lengths must add up. */
function decrypted(aesKey: string, encrypted: string): ReturnType<typeof decrypt> | null {
  const length = Math.floor((encrypted.replace(/=+$/, '').length * 3) / 4)
  if (length === 0 || length % BLOCK !== 0) return null
  try {
    const plain = decrypt(aesKey, encrypted)
    const padding = length - HEAD - Buffer.byteLength(plain.message) - Buffer.byteLength(plain.id)
    return padding >= 1 && padding <= BLOCK ? plain : null
  } catch {
    return null
  }
}
