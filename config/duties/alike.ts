/** Half of what they are made of is the same: 「占道经营」, 「对占道经营的处罚」. */
const HALF = 0.5

/** Do two names mean the same item? A code may be given to another one. */
export function alike(a: string, b: string): boolean {
  return a === b || shared(a, b) >= Math.max(1, Math.min(pairs(a).size, pairs(b).size) * HALF)
}

/** How many pairs of letters two names have in common. */
export function shared(a: string, b: string): number {
  const second = pairs(b)
  return [...pairs(a)].filter((pair) => second.has(pair)).length
}

const pairs = (name: string): Set<string> => new Set([...name].slice(1).map((letter, i) => `${[...name][i]}${letter}`))
