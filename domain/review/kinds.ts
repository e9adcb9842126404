export type ReviewKinds = Record<never, never>

export const REVIEW_MARKS = {} as const satisfies Record<keyof ReviewKinds, string>
