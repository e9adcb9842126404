import type { Grams } from './grams.ts'

/** A text as numbers: its buckets and their weights, of length one. */
export type Vector = Readonly<{ at: Int32Array; value: Float64Array }>

/** How rare each bucket is, as one byte; `most` is what 255 stands for. */
export type Rarity = Readonly<{ bytes: Uint8Array; most: number }>

/** Smoothed inverse document frequency of every one of 2^`bits` buckets. */
export function rarityOf(texts: readonly Grams[], bits: number): Rarity {
  const seen = new Uint32Array(1 << bits)
  const mask = (1 << bits) - 1
  for (const { hash } of texts) for (const piece of hash) seen[piece & mask] = (seen[piece & mask] ?? 0) + 1
  const of = (count: number) => Math.log((1 + texts.length) / (1 + Math.min(count, texts.length))) + 1
  const most = of(0)
  return { bytes: Uint8Array.from(seen, (count) => Math.round((of(count) / most) * 255)), most }
}

/** Sublinear term frequency by rarity, brought to length one; an empty text is an empty vector. */
export function vectorOf({ hash, weight }: Grams, { bytes, most }: Rarity): Vector {
  const mask = bytes.length - 1
  const at = new Int32Array(hash.length)
  const value = new Float64Array(hash.length)
  const unit = most / 255
  let sum = 0
  for (let i = 0; i < hash.length; i++) {
    const bucket = (hash[i] ?? 0) & mask
    const by = (weight[i] ?? 0) * (bytes[bucket] ?? 0) * unit
    at[i] = bucket
    value[i] = by
    sum += by * by
  }
  const length = Math.sqrt(sum) || 1
  for (let i = 0; i < value.length; i++) value[i] = (value[i] ?? 0) / length
  return { at, value }
}
