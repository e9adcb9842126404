import { grams } from './grams.ts'
import { vectorOf, type Rarity } from './vector.ts'

/** A trained classifier, small enough to keep in memory and fast enough to ask for every message. */
export type Model = Readonly<{
  labels: readonly string[]
  bits: number
  rarity: Rarity
  /** one row of `labels.length` bytes for each bucket; times `scale` they are weights */
  weights: Int8Array
  scale: Float64Array
  bias: Float64Array
  /** margins are divided by it before they become probabilities */
  temperature: number
  /** how many rows it was trained on */
  rows: number
}>

export type Guess = Readonly<{ label: string; p: number }>

/** How far a text lies on the side of each class. */
export function margins(model: Model, text: string): Float64Array {
  const { labels, weights, scale, bias } = model
  const { at, value } = vectorOf(grams(text), model.rarity)
  const sums = new Float64Array(labels.length)
  for (let k = 0; k < at.length; k++) {
    const row = (at[k] ?? 0) * labels.length
    const weight = value[k] ?? 0
    for (let c = 0; c < sums.length; c++) sums[c] = (sums[c] ?? 0) + weight * (weights[row + c] ?? 0)
  }
  return sums.map((sum, c) => sum * (scale[c] ?? 0) + (bias[c] ?? 0))
}

/** All classes with their probability, likeliest first; equal ones in the order of labels. */
export function predict(model: Model, text: string): Guess[] {
  const likely = softmax(margins(model, text), model.temperature)
  return model.labels.map((label, c) => ({ label, p: likely[c] ?? 0 })).toSorted((a, b) => b.p - a.p)
}

export function softmax(scores: Float64Array, temperature: number): Float64Array {
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity)
  const powers = scores.map((score) => Math.exp((score - most) / temperature))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

/** The pieces of a text that speak most for a class, longest of those that overlap, at most `count`. */
export function because(model: Model, text: string, label: string, count = 5): string[] {
  const c = model.labels.indexOf(label)
  if (c < 0) return []
  const said = [...new Set(pieces(text))]
  const pull = said.map((piece) => ({ piece, by: pullOf(model, piece, c) })).filter(({ by }) => by > 0)
  const kept: string[] = []
  for (const { piece } of pull.toSorted((a, b) => b.by - a.by))
    if (!kept.some((other) => other.includes(piece) || piece.includes(other))) kept.push(piece)
  return kept.slice(0, count)
}

const pieces = (text: string): string[] => {
  const said = text.replace(/[^\p{L}\p{N}]+/gu, '')
  return [2, 3].flatMap((n) => Array.from({ length: Math.max(0, said.length - n + 1) }, (_, i) => said.slice(i, i + n)))
}

function pullOf({ bits, weights, scale, labels }: Model, piece: string, c: number): number {
  let sum = 0
  for (const hash of grams(piece).hash)
    sum += (weights[(hash & ((1 << bits) - 1)) * labels.length + c] ?? 0) * (scale[c] ?? 0)
  return sum
}
