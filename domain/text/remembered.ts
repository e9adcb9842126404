/** So many texts are remembered for each list: a message is looked at again and again while it is dealt with, among hundreds of others. */
const KEPT = 1024
/** Longer ones are looked at anew: they are rare, and must not fill the memory. */
const LONGEST = 2_500

/** The same work on the same text is done once: `of` is what it is done with, a list or a township. The work must be pure. */
export function remembered<Of extends object, Rest extends readonly (string | number)[], Found>(
  work: (text: string, of: Of, ...rest: Rest) => Found,
  kept = KEPT,
): (text: string, of: Of, ...rest: Rest) => Found {
  const known = new WeakMap<Of, Map<string, Found>>()
  return (text, of, ...rest) => {
    if (text.length > LONGEST) return work(text, of, ...rest)
    const found = known.get(of) ?? new Map<string, Found>()
    known.set(of, found)
    const key = rest.length === 0 ? text : `${rest.join(' ')} ${text}`
    const before = found.get(key)
    if (before !== undefined) return before
    const fresh = work(text, of, ...rest)
    found.set(key, fresh)
    const [oldest] = found.keys()
    if (found.size > kept && oldest !== undefined) found.delete(oldest)
    return fresh
  }
}
