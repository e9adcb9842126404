export type TrainingKinds = Record<never, never>

export const TRAINING_MARKS = {} as const satisfies Record<keyof TrainingKinds, string>
