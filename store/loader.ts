type Waiting<V> = { readonly keys: Set<string>; readonly found: Promise<ReadonlyMap<string, V>> }

/** Turns a read of many into a read of one: all calls of one tick are one query. */
export function loader<V>(
  load: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
): (key: string) => Promise<V | null> {
  let gathering: Waiting<V> | null = null

  function gather(): Waiting<V> {
    const keys = new Set<string>()
    const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      gathering = null
      return load([...keys])
    })
    return { keys, found }
  }

  return async (key) => {
    gathering ??= gather()
    gathering.keys.add(key)
    return (await gathering.found).get(key) ?? null
  }
}
