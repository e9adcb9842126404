/** What is said of these matters, as data; the words are in bot/wording/crew.ts. */
export type CrewSaid = never

/** Why something is refused. */
export type CrewRefusal = never
