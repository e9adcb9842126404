import type { Question } from './kinds.ts'

/** A question that may be asked; what stands beside the right option hangs on the seed. */
export type Template = Readonly<{ key: string; make: (seed: string) => Question | null }>
