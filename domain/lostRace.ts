/** A commit was decided on a state that has moved on: load and decide again. */
export class LostRace extends Error {
  override readonly name: string = 'LostRace'
}

/** The inbox row of a decision was settled by somebody else: there is nothing left to do. */
export class AlreadySettled extends LostRace {
  override readonly name = 'AlreadySettled'
}

/** Somebody was written down under another name a moment before. */
export class KnownAlready extends Error {
  override readonly name = 'KnownAlready'
}
