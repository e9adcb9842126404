/** One waiter for a lane; `rank` orders the waiters, lowest first. */
export type Turn = Readonly<{ rank: number; wake: () => void }>

/**
 * One at a time per key (a chat, a case), in order of rank; different keys do not see each other.
 * A lane that is left goes straight to its next waiter, so nobody newer can slip in between.
 */
export type Lanes = Readonly<{
  /** True: the lane is `owner`'s, who must leave it. False: `turn.wake` is called when it has become his. */
  enter(key: string, owner: string, turn: Turn): boolean
  leave(key: string): void
}>

type Lane = { owner: string; waiting: { owner: string; turn: Turn }[] }

export function lanes(): Lanes {
  const open = new Map<string, Lane>()
  return {
    enter(key, owner, turn) {
      const lane = open.get(key)
      if (!lane) {
        open.set(key, { owner, waiting: [] })
        return true
      }
      if (lane.owner === owner) return true
      line(lane, owner, turn)
      return false
    },
    leave(key) {
      const lane = open.get(key)
      const next = lane?.waiting.shift()
      if (!lane || !next) {
        open.delete(key)
        return
      }
      lane.owner = next.owner
      next.turn.wake()
    },
  }
}

/** Searched from the end: waiters nearly always come in order already. */
function line(lane: Lane, owner: string, turn: Turn) {
  let at = lane.waiting.length
  while (at > 0 && (lane.waiting[at - 1]?.turn.rank ?? 0) > turn.rank) at--
  lane.waiting.splice(at, 0, { owner, turn })
}
