/** What is said of these matters, as data; the words are in bot/wording/flow.ts. */
export type FlowSaid = never

/** Why something is refused. */
export type FlowRefusal = never
