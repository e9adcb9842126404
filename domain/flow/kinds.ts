export type FlowKinds = Record<never, never>

export const FLOW_MARKS = {} as const satisfies Record<keyof FlowKinds, string>
