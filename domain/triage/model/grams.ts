import { fold } from '../../text/fold.ts'
import { remembered } from '../../text/remembered.ts'

/** Longer messages are read by their beginning: what a problem is has been said by then. */
const LOOKED_AT = 4_000
const LONGEST = 3
const FNV = { offset: 0x811c9dc5, prime: 0x01000193 } as const

/** Distinct pieces of a text by their hash, and what each weighs by how often it occurs (1 + log). */
export type Grams = Readonly<{ hash: Uint32Array; weight: Float64Array }>

/** What a text is compared by: folded, blanks and punctuation as one space. */
export function normalise(text: string): string {
  return fold(text.slice(0, LOOKED_AT))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Several models read the same message, clause by clause: its pieces are found once. */
const PIECES = {}
export const grams = (text: string): Grams => found(text, PIECES)
const found = remembered((text, _pieces: object) => piecesOf(text))

/**
 * Pieces of one to three characters. No piece reaches over a blank or punctuation: measured on texts whose words stand
 * apart, this is a point better than reaching over, and twice as fast.
 */
function piecesOf(text: string): Grams {
  const said = normalise(text)
  const counts = new Map<number, number>()
  for (let at = 0; at < said.length; at++) {
    let hash: number = FNV.offset
    if (said[at] === ' ') continue
    for (let n = 0; n < LONGEST && at + n < said.length; n++) {
      if (said[at + n] === ' ') break
      hash = Math.imul(hash ^ said.charCodeAt(at + n), FNV.prime)
      const piece = spread(hash, n)
      counts.set(piece, (counts.get(piece) ?? 0) + 1)
    }
  }
  return {
    hash: Uint32Array.from(counts.keys()),
    weight: Float64Array.from(counts.values(), (count) => 1 + Math.log(count)),
  }
}

/** The last bits of FNV alone are uneven for short pieces. */
function spread(hash: number, n: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15) ^ n, 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
