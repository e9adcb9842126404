/** How much work this process has taken on; lets others await the moment it has fallen to a level. */
export type Activity = Readonly<{
  start(): void
  end(): void
  count(): number
  /** Resolves once at most `level` pieces of work are left; at once when that is so. */
  fallenTo(level: number): Promise<void>
}>

type Waiter = Readonly<{ level: number; resolve: () => void }>

export function activity(): Activity {
  let count = 0
  let waiters: Waiter[] = []

  function tell() {
    const ready = waiters.filter((waiter) => count <= waiter.level)
    if (ready.length === 0) return
    waiters = waiters.filter((waiter) => count > waiter.level)
    for (const waiter of ready) waiter.resolve()
  }

  return {
    start: () => void count++,
    end() {
      count--
      if (waiters.length > 0) tell()
    },
    count: () => count,
    fallenTo: (level) =>
      count <= level ? Promise.resolve() : new Promise((resolve) => waiters.push({ level, resolve })),
  }
}
