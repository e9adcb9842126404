import { softmax } from './model.ts'

const RANGE = { from: 0.02, to: 5 } as const
const STEPS = 40
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** The temperature under which the true classes of unseen rows are likeliest (golden section search over its logarithm), in small steps. */
export function* temperatures(scores: readonly Float64Array[], truth: Int32Array): Generator<void, number> {
  let low = Math.log(RANGE.from)
  let high = Math.log(RANGE.to)
  for (let step = 0; step < STEPS; step++) {
    const left = high - GOLDEN * (high - low)
    const right = low + GOLDEN * (high - low)
    if (surprise(scores, truth, Math.exp(left)) < surprise(scores, truth, Math.exp(right))) high = right
    else low = left
    yield
  }
  return Math.exp((low + high) / 2)
}

/** Mean negative log likelihood. */
function surprise(scores: readonly Float64Array[], truth: Int32Array, temperature: number): number {
  let sum = 0
  for (const [i, score] of scores.entries())
    sum -= Math.log(Math.max(1e-12, softmax(score, temperature)[truth[i] ?? 0] ?? 0))
  return sum / Math.max(1, scores.length)
}
