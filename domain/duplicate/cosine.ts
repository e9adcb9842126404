import { BUCKETS } from './grams.ts'

/**
 * TF-IDF cosine of a text with each of the documents, by their grams. How much a gram says is learnt from the documents
 * themselves, smoothed so that three of them are enough.
 */
export function cosines(asked: Uint32Array, documents: readonly Uint32Array[]): number[] {
  const counts = countsOf(documents)
  const weights = weightsByCount(documents.length)
  const squares = weights.map((weight) => weight * weight)
  const shared = new Float64Array(BUCKETS)
  for (const gram of asked) shared[gram] = squares[counts[gram] ?? 0] ?? 0
  const square = asked.reduce((sum, gram) => sum + (shared[gram] ?? 0), 0)
  return documents.map((document) => cosine(document, shared, square, counts, squares))
}

function cosine(
  document: Uint32Array,
  shared: Float64Array,
  square: number,
  counts: Uint32Array,
  squares: Float64Array,
): number {
  let dot = 0
  let own = 0
  for (const gram of document) {
    dot += shared[gram] ?? 0
    own += squares[counts[gram] ?? 0] ?? 0
  }
  return dot === 0 ? 0 : dot / Math.sqrt(own * square)
}

/** In how many documents each gram is. */
function countsOf(documents: readonly Uint32Array[]): Uint32Array {
  const counts = new Uint32Array(BUCKETS)
  for (const document of documents) for (const gram of document) counts[gram] = (counts[gram] ?? 0) + 1
  return counts
}

/** ln((1 + all) / (1 + in how many)) + 1 */
function weightsByCount(all: number): Float64Array {
  return Float64Array.from({ length: all + 1 }, (_, count) => Math.log((1 + all) / (1 + count)) + 1)
}
