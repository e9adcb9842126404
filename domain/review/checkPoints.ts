/** What is looked at, one by one, before a decision (行政处罚法 §58). */
export const CHECK_POINTS = ['subject', 'facts', 'evidence', 'procedure', 'law', 'discretion', 'papers'] as const
export type CheckPoint = (typeof CHECK_POINTS)[number]
