/** Work many ask for at once: it is done once for all who asked before it began, and nobody is told of an earlier one. */
export function coalesced(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  const begin = (): Promise<void> => {
    next = null
    const mine = work().finally(() => {
      if (running === mine) running = null
    })
    running = mine
    return mine
  }
  return () => (running ? (next ??= running.then(begin, begin)) : begin())
}
