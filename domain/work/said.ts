/** What is said of these matters, as data; the words are in bot/wording/work.ts. */
export type WorkSaid = never

/** Why something is refused. */
export type WorkRefusal = never
