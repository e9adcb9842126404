import { LOOKED_AT, squeeze } from '../text/fold.ts'

/** Pairs and triples of neighbouring characters, hashed into this many buckets; a collision costs a hair of precision. */
export const BUCKETS = 1 << 16

/** What two writers of one text must have in common: letters and digits, in one width and case. */
export function normalised(text: string): string {
  return squeeze(text.slice(0, LOOKED_AT)).replace(/[^\p{L}\p{N}]/gu, '')
}

/** The pairs and triples of a normalised text, each once; one said twice says nothing more. */
export function gramsOf(plain: string): Uint32Array {
  const grams = new Set<number>()
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const pair = mix(mix(0, plain.charCodeAt(at)), plain.charCodeAt(at + 1))
    grams.add(bucket(pair))
    if (at + 2 < plain.length) grams.add(bucket(mix(pair, plain.charCodeAt(at + 2))))
  }
  return Uint32Array.from(grams)
}

/** FNV-1a over 16-bit units. */
const mix = (hash: number, code: number): number => Math.imul((hash || 0x811c9dc5) ^ code, 0x01000193) >>> 0
const bucket = (hash: number): number => (hash ^ (hash >>> 15)) & (BUCKETS - 1)
