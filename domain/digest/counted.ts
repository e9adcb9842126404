/** How often something was. */
export type Count = Readonly<{ name: string; count: number }>

/** Each name once, the most frequent first. */
export function counted(names: readonly string[], most: number): Count[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const all = [...counts].map(([name, count]) => ({ name, count }))
  return all.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, most)
}
