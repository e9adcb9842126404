/** What is said of these matters, as data; the words are in bot/wording/training.ts. */
export type TrainingSaid = never

/** Why something is refused. */
export type TrainingRefusal = never
