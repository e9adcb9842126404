/** What is said of these matters, as data; the words are in bot/wording/legal.ts. */
export type LegalSaid = never

/** Why something is refused. */
export type LegalRefusal = never
