const MOST = 5000

/** Puts an entry last; the one that was put longest ago goes when there are too many. */
export function put<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key)
  map.set(key, value)
  const oldest = map.keys().next().value
  if (map.size > MOST && oldest !== undefined) map.delete(oldest)
}
