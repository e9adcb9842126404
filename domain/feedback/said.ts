/** What is said of these matters, as data; the words are in bot/wording/feedback.ts. */
export type FeedbackSaid = never

/** Why something is refused. */
export type FeedbackRefusal = never
