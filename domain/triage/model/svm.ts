import type { Vector } from './vector.ts'

/** Weights of one class against all others; the last one is the bias. */
export type Weights = Float64Array

export type SvmOptions = Readonly<{ size: number; c: number; passes: number; enough: number }>

/**
 * Linear support vector machine with squared hinge loss by dual coordinate descent
 * (Hsieh et al. 2008, A Dual Coordinate Descent Method for Large-scale Linear SVM, algorithm 1).
 * `size` buckets; ends after `passes`, or when no coordinate is off by more than `enough`. Deterministic.
 */
export function svm(vectors: readonly Vector[], isClass: Uint8Array, options: SvmOptions): Weights {
  const weights = new Float64Array(options.size + 1)
  const alpha = new Float64Array(vectors.length)
  const order = Int32Array.from(vectors, (_, i) => i)
  const random = generator(vectors.length)
  const soft = 1 / (2 * options.c)
  for (let pass = 0; pass < options.passes; pass++) {
    shuffle(order, random)
    let worst = 0
    for (const i of order) {
      const vector = vectors[i]
      if (!vector) continue
      const y = isClass[i] ? 1 : -1
      const before = alpha[i] ?? 0
      const gradient = y * dot(weights, vector) - 1 + soft * before
      const step = before === 0 ? Math.min(gradient, 0) : gradient
      worst = Math.max(worst, Math.abs(step))
      if (step === 0) continue
      const after = Math.max(before - gradient / (lengthOf(vector) + soft), 0)
      alpha[i] = after
      add(weights, vector, (after - before) * y)
    }
    if (worst < options.enough) break
  }
  return weights
}

/** Vectors are of length one, and the bias adds one; an empty text has its bias only. */
const lengthOf = ({ at }: Vector): number => (at.length === 0 ? 1 : 2)

export function dot(weights: Weights, { at, value }: Vector): number {
  let sum = weights[weights.length - 1] ?? 0
  for (let k = 0; k < at.length; k++) sum += (weights[at[k] ?? 0] ?? 0) * (value[k] ?? 0)
  return sum
}

function add(weights: Weights, { at, value }: Vector, by: number): void {
  for (let k = 0; k < at.length; k++) {
    const bucket = at[k] ?? 0
    weights[bucket] = (weights[bucket] ?? 0) + by * (value[k] ?? 0)
  }
  weights[weights.length - 1] = (weights[weights.length - 1] ?? 0) + by
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random() % (i + 1)
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
}

/** xorshift32: the same rows always give the same weights. */
function generator(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>>= 0)
  }
}
