export type WorkKinds = Record<never, never>

export const WORK_MARKS = {} as const satisfies Record<keyof WorkKinds, string>
