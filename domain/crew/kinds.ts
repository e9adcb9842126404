export type CrewKinds = Record<never, never>

export const CREW_MARKS = {} as const satisfies Record<keyof CrewKinds, string>
