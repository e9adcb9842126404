/** A timer that came due. */
export type TimerRow = Readonly<{ kind: string; step: number; dueAt: Date }>
