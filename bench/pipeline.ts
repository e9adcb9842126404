import { Redis } from 'ioredis'
import { benchCore } from './core.ts'
import { message } from './town.ts'

const IN_FLIGHT = 600

/** `redisBytes` = memory of Redis for one report whose messages are out and whose three clocks run within its horizon; null without it. */
export type Piped = Readonly<{ perSecond: number; redisBytes: number | null }>

/** Reports a second through the whole pipeline: received, decided, committed, both messages delivered, each report durable. */
export async function pipeline(dir: string, redisUrl: string, reports: number, warmUp: number): Promise<Piped> {
  const waiting = new Map<string, () => void>()
  const delivered = new Map<string, number>()
  const core = await benchCore(dir, redisUrl, 'short', (row) => {
    const id = row.taskId ?? ''
    const count = (delivered.get(id) ?? 0) + 1
    if (count < 2) return void delivered.set(id, count)
    delivered.delete(id)
    waiting.get(first(waiting))?.()
  })
  const empty = await memoryOf(redisUrl)
  let next = 0
  const one = async (): Promise<void> => {
    const n = (next += 1)
    const done = new Promise<void>((resolve) => {
      waiting.set(String(n), () => {
        waiting.delete(String(n))
        resolve()
      })
    })
    await core.receive(message(n))
    await done
  }
  const run = async (until: number): Promise<void> => {
    const lane = async (): Promise<void> => {
      while (next < until) await one()
    }
    await Promise.all(Array.from({ length: IN_FLIGHT }, lane))
  }
  await run(warmUp)
  const from = performance.now()
  await run(warmUp + reports)
  const seconds = (performance.now() - from) / 1000
  await core.idle()
  const full = await memoryOf(redisUrl)
  await core.close()
  const redisBytes = empty === null || full === null ? null : Math.round((full - empty) / (warmUp + reports))
  return { perSecond: reports / seconds, redisBytes }
}

async function memoryOf(redisUrl: string): Promise<number | null> {
  if (redisUrl === 'none') return null
  const client = new Redis(redisUrl)
  const found = /^used_memory:(\d+)/m.exec(await client.info('memory'))?.[1]
  client.disconnect()
  return Number(found)
}

/** Which report of those under way was finished does not matter for the count: the oldest makes room for the next. */
function first(waiting: ReadonlyMap<string, unknown>): string {
  return waiting.keys().next().value ?? ''
}
