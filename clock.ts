/** A clock that runs like the real one but can be put forward: the demo's and the tests' own `now`. */
export type MovableClock = Readonly<{
  now(): Date
  set(at: Date): void
  /** to any time, the real one by default: only where nothing remembers another */
  reset(to?: Date): void
}>

/** Starts at the real time, or later when `from` lies in the future (a demo that was put forward before). */
export function movableClock(from: Date | null = null): MovableClock {
  let offset = Math.max(0, (from?.getTime() ?? 0) - Date.now())
  return {
    now: () => new Date(Date.now() + offset),
    set: (at) => {
      offset = Math.max(offset, at.getTime() - Date.now())
    },
    reset: (to) => {
      offset = to ? to.getTime() - Date.now() : 0
    },
  }
}

/** A clock that stands still until it is put forward; nothing happens by itself in a test. */
export function stillClock(at: Date): MovableClock {
  let now = at
  return {
    now: () => new Date(now),
    set: (to) => {
      if (to > now) now = to
    },
    reset: (to = at) => {
      now = to
    },
  }
}

/** Nothing is due this often in one move unless something is stuck. */
const MOST_STEPS = 20_000

/**
 * Puts a clock forward to `to`, stopping at every instant where something is due,
 * so that reminders and escalations come in their order and at their time.
 */
export async function putForward(
  clock: MovableClock,
  to: Date,
  nextDue: () => Promise<Date | null>,
  sweep: () => Promise<void>,
): Promise<void> {
  await sweep()
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = await nextDue()
    if (!next || next > to) break
    if (next > clock.now()) clock.set(next)
    else if (step > 0 && (await stuck(next, nextDue, sweep))) break
    await sweep()
  }
  clock.set(to)
  await sweep()
}

/** A row that is due and stays due waits for something else than time, a lost connection for instance. */
async function stuck(next: Date, nextDue: () => Promise<Date | null>, sweep: () => Promise<void>): Promise<boolean> {
  await sweep()
  const again = await nextDue()
  return again !== null && again.getTime() === next.getTime()
}
