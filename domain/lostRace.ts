/** A commit was decided on a state that has moved on: load and decide again. */
export class LostRace extends Error {
  override readonly name: string = 'LostRace'
}

/** The inbox row of a decision was settled by somebody else: there is nothing left to do. */
export class AlreadySettled extends LostRace {
  override readonly name = 'AlreadySettled'
}

/** The database takes nothing just now: locked, gone, full. Nothing is wrong with what was asked for; it is tried again. */
export class NotNow extends Error {
  override readonly name = 'NotNow'
}

/** Somebody was written down under another name a moment before. */
export class KnownAlready extends Error {
  override readonly name = 'KnownAlready'
}
