/** What is said of these matters, as data; the words are in bot/wording/evidence.ts. */
export type EvidenceSaid = never

/** Why something is refused. */
export type EvidenceRefusal = never
