/** What is said of these matters, as data; the words are in bot/wording/joint.ts. */
export type JointSaid = Readonly<{ kind: 'whistle-card'; no: string; cardId: string; note: string | null }>

/** Why something is refused. */
export type JointRefusal = 'whistle-none'
