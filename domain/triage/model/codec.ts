import type { Model } from './model.ts'

const MAGIC = 'shaozi classifier 1\n'
const WORD = 4

/** Thrown where bytes are no classifier, or were damaged on the way. */
export class NotAModel extends Error {
  override readonly name = 'NotAModel'
}

type Head = Readonly<{
  labels: string[]
  bits: number
  most: number
  temperature: number
  rows: number
  scale: number[]
  bias: number[]
  /** of everything that follows the head */
  sum: number
}>

/** A classifier as bytes: a line that names it, the length of a JSON head, the head, rarity and weights. */
export function encode(model: Model): Uint8Array {
  const { labels, bits, rarity, temperature, rows, scale, bias, weights } = model
  const body = joined([rarity.bytes, new Uint8Array(weights.buffer, weights.byteOffset, weights.length)])
  const head: Head = {
    labels: [...labels],
    bits,
    most: rarity.most,
    temperature,
    rows,
    scale: [...scale],
    bias: [...bias],
    sum: checksum(body),
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const length = new Uint8Array(WORD)
  new DataView(length.buffer).setUint32(0, text.length)
  return joined([new TextEncoder().encode(MAGIC), length, text, body])
}

/** The classifier that was encoded. Throws NotAModel. */
export function decode(bytes: Uint8Array): Model {
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new NotAModel('no classifier')
  const { head, body } = split(bytes)
  const size = 1 << head.bits
  const count = head.labels.length
  if (body.length !== size * (1 + count) || checksum(body) !== head.sum) throw new NotAModel('damaged')
  return {
    labels: head.labels,
    bits: head.bits,
    rarity: { bytes: new Uint8Array(body.subarray(0, size)), most: head.most },
    // copies: what was given may be a window on memory that others use
    weights: new Int8Array(new Uint8Array(body.subarray(size)).buffer),
    scale: Float64Array.from(head.scale),
    bias: Float64Array.from(head.bias),
    temperature: head.temperature,
    rows: head.rows,
  }
}

function split(bytes: Uint8Array): Readonly<{ head: Head; body: Uint8Array }> {
  const from = MAGIC.length + WORD
  if (bytes.length < from) throw new NotAModel('cut off')
  const length = new DataView(bytes.buffer, bytes.byteOffset + MAGIC.length, WORD).getUint32(0)
  const head = headOf(new TextDecoder().decode(bytes.subarray(from, from + length)))
  if (!head) throw new NotAModel('damaged')
  return { head, body: bytes.subarray(from + length) }
}

function headOf(text: string): Head | null {
  try {
    const head: unknown = JSON.parse(text)
    return isHead(head) ? head : null
  } catch {
    return null
  }
}

function isHead(head: unknown): head is Head {
  if (typeof head !== 'object' || head === null) return false
  const { labels, bits, most, temperature, scale, bias } = head as Partial<Record<keyof Head, unknown>>
  const count = Array.isArray(labels) ? labels.length : 0
  const counted = [scale, bias].every((each) => Array.isArray(each) && each.length === count)
  return counted && count >= 2 && [bits, most, temperature].every((n) => typeof n === 'number') && Number(bits) <= 24
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** FNV-1a: against accidents, not against people. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
