/** What is said of these matters, as data; the words are in bot/wording/review.ts. */
export type ReviewSaid = never

/** Why something is refused. */
export type ReviewRefusal = never
