import { fold } from '../../text/fold.ts'

/** Longer messages are read by their beginning: what a problem is has been said by then. */
const LOOKED_AT = 4_000
const LONGEST = 3
const FNV = { offset: 0x811c9dc5, prime: 0x01000193 } as const

/** Distinct pieces of a text by their bucket, with how often each occurs. */
export type Counts = ReadonlyMap<number, number>

/** What a text is compared by: folded, blanks and punctuation as one space. */
export function normalise(text: string): string {
  return fold(text.slice(0, LOOKED_AT))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Pieces of one to three characters, hashed into 2^`bits` buckets. No piece reaches over a blank or punctuation:
 * measured on texts whose words stand apart, this is a point better than reaching over, and twice as fast.
 */
export function grams(text: string, bits: number): Counts {
  const said = normalise(text)
  const mask = (1 << bits) - 1
  const counts = new Map<number, number>()
  for (let at = 0; at < said.length; at++) {
    let hash: number = FNV.offset
    if (said[at] === ' ') continue
    for (let n = 0; n < LONGEST && at + n < said.length; n++) {
      if (said[at + n] === ' ') break
      hash = Math.imul(hash ^ said.charCodeAt(at + n), FNV.prime)
      const bucket = spread(hash, n) & mask
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
    }
  }
  return counts
}

/** The last bits of FNV alone are uneven for short pieces. */
function spread(hash: number, n: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15) ^ n, 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
