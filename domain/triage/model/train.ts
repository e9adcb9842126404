import { grams, normalise } from './grams.ts'
import { temperatures } from './calibrate.ts'
import { softmax, type Model } from './model.ts'
import { dot, svm, type Weights } from './svm.ts'
import { rarityOf, vectorOf, type Rarity, type Vector } from './vector.ts'

export type Row = Readonly<{ text: string; label: string }>

/** What is known of a training before the model is used: every row judged by a model that had not seen it. */
export type Trained = Readonly<{
  model: Model
  unseen: readonly Readonly<{ label: string; guess: string; p: number }>[]
}>

const FOLDS = 5
const C = 1
/** Bytes of weights a model may have. */
const ROOM = 2_500_000
const BITS = { least: 12, most: 18 } as const

/**
 * Trains on `rows` in steps of some milliseconds, so that a running program can go on in between; each step yields how far
 * it is (0..1). `room` = bytes its weights may take. Rows with one text and one label count once. Throws RangeError where fewer than two labels are left.
 */
export function* training(rows: readonly Row[], room = ROOM): Generator<number, Trained> {
  const known = distinct(rows)
  const labels = [...new Set(known.map(({ label }) => label))].toSorted()
  if (labels.length < 2) throw new RangeError('a classifier needs rows of at least two labels')
  const bits = bitsFor(labels.length, room)
  const counts = known.map(({ text }) => grams(text))
  const rarity = rarityOf(counts, bits)
  const set: Labelled = {
    vectors: counts.map((each) => vectorOf(each, rarity)),
    truth: Int32Array.from(known, ({ label }) => labels.indexOf(label)),
    labels: labels.length,
    bits,
    folds: foldsOf(known, labels),
  }
  const steps = labels.length * (FOLDS + 1)
  const scores = yield* share(steps, 0, outOfFold(set))
  const temperature = yield* steady(1 - 1 / (FOLDS + 1), temperatures(scores, set.truth))
  const weights = yield* share(steps, labels.length * FOLDS, fit(set))
  const model = pack(weights, { labels, bits, rarity, temperature, rows: known.length })
  const unseen = scores.map((score, i) => guessOf(score, temperature, labels, known[i]?.label ?? ''))
  return { model, unseen }
}

/** The same at one go; `onStep` hears how far it is (0..1). */
export function train(rows: readonly Row[], onStep: (share: number) => void = () => {}): Trained {
  const steps = training(rows)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    onStep(step.value)
  }
}

function* share<T>(of: number, before: number, work: Generator<void, T>): Generator<number, T> {
  for (let done = before + 1; ; done++) {
    const step = work.next()
    if (step.done) return step.value
    yield done / of
  }
}

/** Work that gets no further while it goes on. */
function* steady<T>(at: number, work: Generator<void, T>): Generator<number, T> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    yield at
  }
}

type Labelled = Readonly<{
  vectors: readonly Vector[]
  truth: Int32Array
  labels: number
  bits: number
  /** of each row, the fold that judges it */
  folds: Uint8Array
}>

/** Two people may say the same, and one may add a full stop; a row that was entered twice teaches nothing new. */
function distinct(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [`${row.label}\n${normalise(row.text)}`, row])).values()]
}

function bitsFor(labels: number, room: number): number {
  const bits = Math.floor(Math.log2(room / labels))
  return Math.max(BITS.least, Math.min(BITS.most, bits))
}

/** One class against all others, class by class. */
function* fit({ vectors, truth, labels, bits }: Labelled): Generator<void, Weights[]> {
  const all: Weights[] = []
  for (let c = 0; c < labels; c++) {
    const isClass = Uint8Array.from(truth, (label) => (label === c ? 1 : 0))
    all.push(svm(vectors, isClass, { size: 1 << bits, c: C, passes: 60, enough: 0.02 }))
    yield
  }
  return all
}

/** The margins of each row by a model trained without it. */
function* outOfFold(set: Labelled): Generator<void, Float64Array[]> {
  const { vectors, truth, labels, folds } = set
  const scores = vectors.map(() => new Float64Array(labels))
  for (let fold = 0; fold < FOLDS; fold++) {
    const inside = vectors.flatMap((_, i) => (folds[i] === fold ? [] : [i]))
    const weights = yield* fit({
      ...set,
      vectors: inside.map((i) => vectors[i] ?? EMPTY),
      truth: Int32Array.from(inside, (i) => truth[i] ?? 0),
    })
    for (const [i, vector] of vectors.entries())
      if (folds[i] === fold) scores[i] = Float64Array.from(weights, (each) => dot(each, vector))
  }
  return scores
}

const EMPTY: Vector = { at: new Int32Array(0), value: new Float64Array(0) }

/** Every class is spread evenly over the folds; one text is in one fold, whatever it was taken for. */
function foldsOf(rows: readonly Row[], labels: readonly string[]): Uint8Array {
  const next = new Map(labels.map((label, at) => [label, at]))
  const taken = new Map<string, number>()
  return Uint8Array.from(rows, ({ text, label }) => {
    const said = normalise(text)
    const n = next.get(label) ?? 0
    const fold = taken.get(said) ?? n % FOLDS
    next.set(label, n + 1)
    taken.set(said, fold)
    return fold
  })
}

type About = Readonly<{
  labels: readonly string[]
  bits: number
  rarity: Rarity
  temperature: number
  rows: number
}>

/** Eight bits for a weight, a scale for each class. */
function pack(weights: readonly Weights[], about: About): Model {
  const count = weights.length
  const size = 1 << about.bits
  const packed = new Int8Array(size * count)
  const scale = new Float64Array(count)
  const bias = new Float64Array(count)
  for (const [c, each] of weights.entries()) {
    const unit = each.subarray(0, size).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1
    scale[c] = unit
    bias[c] = each[size] ?? 0
    for (let bucket = 0; bucket < size; bucket++) packed[bucket * count + c] = Math.round((each[bucket] ?? 0) / unit)
  }
  return { ...about, weights: packed, scale, bias }
}

function guessOf(score: Float64Array, temperature: number, labels: readonly string[], label: string) {
  const likely = softmax(score, temperature)
  const best = likely.reduce((top, p, c) => (p > (likely[top] ?? 0) ? c : top), 0)
  return { label, guess: labels[best] ?? '', p: likely[best] ?? 0 }
}
