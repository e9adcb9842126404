import type { Counts } from './grams.ts'

/** A text as numbers: its buckets and their weights, of length one. */
export type Vector = Readonly<{ at: Int32Array; value: Float64Array }>

/** How rare each bucket is, as one byte; `most` is what 255 stands for. */
export type Rarity = Readonly<{ bytes: Uint8Array; most: number }>

/** Smoothed inverse document frequency of every bucket. */
export function rarityOf(texts: readonly Counts[], bits: number): Rarity {
  const seen = new Uint32Array(1 << bits)
  for (const counts of texts) for (const bucket of counts.keys()) seen[bucket] = (seen[bucket] ?? 0) + 1
  const of = (count: number) => Math.log((1 + texts.length) / (1 + count)) + 1
  const most = of(0)
  return { bytes: Uint8Array.from(seen, (count) => Math.round((of(count) / most) * 255)), most }
}

/** Sublinear term frequency by rarity, brought to length one; an empty text is an empty vector. */
export function vectorOf(counts: Counts, { bytes, most }: Rarity): Vector {
  const at = new Int32Array(counts.size)
  const value = new Float64Array(counts.size)
  let i = 0
  let sum = 0
  for (const [bucket, count] of counts) {
    const weight = (1 + Math.log(count)) * ((bytes[bucket] ?? 0) / 255) * most
    at[i] = bucket
    value[i] = weight
    sum += weight * weight
    i += 1
  }
  const length = Math.sqrt(sum) || 1
  for (let k = 0; k < value.length; k++) value[k] = (value[k] ?? 0) / length
  return { at, value }
}
