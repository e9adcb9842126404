/** What takes a while to find out: found out now and then, and known in between. */
export type Remembered<T> = Readonly<{
  /** what was found last; null before the first time */
  known(): T | null
  /** finds it out where it is time to */
  look(): Promise<T>
}>

/** `ms` = how long what was found counts, by what it is. */
export function remembered<T>(work: () => Promise<T>, ms: (found: T) => number): Remembered<T> {
  let last: Readonly<{ found: T; until: number }> | null = null
  let running: Promise<T> | null = null

  async function findOut(): Promise<T> {
    const found = await work()
    last = { found, until: performance.now() + ms(found) }
    return found
  }

  return {
    known: () => last?.found ?? null,
    look() {
      if (last && performance.now() < last.until) return Promise.resolve(last.found)
      running ??= findOut().finally(() => void (running = null))
      return running
    },
  }
}
