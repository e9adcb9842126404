export type FeedbackKinds = Record<never, never>

export const FEEDBACK_MARKS = {} as const satisfies Record<keyof FeedbackKinds, string>
