/** The simulator's time. `advance` resolves when everything that comes due on the way was done. */
export type SimClock = Readonly<{
  now(): Date
  advance(ms: number): Promise<Date>
  /** back to the real time, where a clock can do that; called when everything starts over */
  reset?(): void
}>

/** The real time plus what it was put forward. */
export function ownClock(): SimClock {
  let offset = 0
  const now = () => new Date(Date.now() + offset)
  return {
    now,
    advance: (ms) => {
      offset += ms
      return Promise.resolve(now())
    },
    reset: () => void (offset = 0),
  }
}

/** One move after the other: two people may press the button at once. */
export function oneAtATime(clock: SimClock): SimClock {
  let last: Promise<unknown> = Promise.resolve()
  return {
    now: () => clock.now(),
    reset: () => clock.reset?.(),
    advance: (ms) => {
      const move = last.then(() => clock.advance(ms))
      last = move.catch(() => undefined)
      return move
    },
  }
}
