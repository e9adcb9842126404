/** FNV-1a with the final mix of MurmurHash3: texts that differ in a digit lie far apart. Whoever draws again draws the same. */
export function lot(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Items in an order that hangs on the seed and on what they are called alone. */
export function shuffled<T>(items: readonly T[], seed: string, nameOf: (item: T) => string): T[] {
  const ranked = items.map((item) => ({ item, name: nameOf(item), rank: lot(`${seed}|${nameOf(item)}`) }))
  return ranked.toSorted((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1)).map(({ item }) => item)
}
