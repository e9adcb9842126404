import type { CaseFile, FileStep, StepTaken } from './kinds.ts'

type Steps = Pick<CaseFile, 'steps'>

/** Writes a step behind all others; what was taken is never taken back, only followed by another. */
export function take<F extends Steps>(file: F, step: StepTaken): F {
  return { ...file, steps: [...file.steps, step] }
}

export const has = ({ steps }: Steps, ...wanted: readonly FileStep[]): boolean =>
  steps.some(({ step }) => wanted.includes(step))

/** The latest of these steps. */
export const last = ({ steps }: Steps, ...wanted: readonly FileStep[]): StepTaken | null =>
  steps.findLast(({ step }) => wanted.includes(step)) ?? null

/** Was one of these taken after the latest of those (or at all, where there is none of those)? */
export function hasSince({ steps }: Steps, wanted: readonly FileStep[], since: readonly FileStep[]): boolean {
  const from = steps.findLastIndex(({ step }) => since.includes(step))
  return steps.slice(from + 1).some(({ step }) => wanted.includes(step))
}
