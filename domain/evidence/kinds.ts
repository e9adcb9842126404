export type EvidenceKinds = Record<never, never>

export const EVIDENCE_MARKS = {} as const satisfies Record<keyof EvidenceKinds, string>
