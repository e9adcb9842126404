/** Levenshtein distance over code points. */
export function distance(a: string, b: string): number {
  const right = [...b]
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, char] of right.entries()) {
      const swap = (row[j] ?? 0) + (left === char ? 0 : 1)
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[right.length] ?? 0
}

const LONGEST = 64

/** The known word nearest to what was written, or null when none is near enough to be meant. */
export function nearest(written: string, known: Iterable<string>): string | null {
  if (written.length > LONGEST) return null
  const limit = Math.max(1, Math.floor(written.length / 4))
  let best: string | null = null
  let least = limit + 1
  for (const word of known) {
    const far = distance(written.toLowerCase(), word.toLowerCase())
    if (far < least) [best, least] = [word, far]
  }
  return best
}
