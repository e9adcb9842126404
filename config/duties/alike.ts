/** Half of what they are made of is the same: 「占道经营」, 「对占道经营的处罚」. */
const HALF = 0.5

/** Do two names mean the same item? A code may be given to another one. */
export function alike(a: string, b: string): boolean {
  const [first, second] = [pairs(a), pairs(b)]
  const shared = [...first].filter((pair) => second.has(pair)).length
  return a === b || shared >= Math.max(1, Math.min(first.size, second.size) * HALF)
}

const pairs = (name: string): Set<string> => new Set([...name].slice(1).map((letter, i) => `${[...name][i]}${letter}`))
