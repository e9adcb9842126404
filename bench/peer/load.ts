import { Pool } from 'undici'

export type Call = Readonly<{ path: string; body: string; headers?: Readonly<Record<string, string>> }>

/** So many connections, each with one call at a time; any answer but `expected` ends the measurement. */
export function clients(origin: string, connections: number, expected: number) {
  const pool = new Pool(origin, { connections, pipelining: 1 })
  return {
    async post({ path, body, headers }: Call): Promise<void> {
      const answer = await pool.request({ path, method: 'POST', body, ...(headers ? { headers } : {}) })
      const text = await answer.body.text()
      if (answer.statusCode !== expected)
        throw new Error(`${path.split('?', 1)[0]}: ${answer.statusCode} ${text.slice(0, 300)}`)
    },
    close: () => pool.destroy(),
  }
}

/** Lanes that work one after the other until there is nothing more. */
export async function lanes(count: number, work: (lane: number) => Promise<boolean>): Promise<void> {
  const lane = async (_: unknown, n: number): Promise<void> => {
    while (await work(n)) continue
  }
  await Promise.all(Array.from({ length: count }, lane))
}
