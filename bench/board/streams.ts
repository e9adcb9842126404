import { createHistogram } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { serveBoard, touch, type Served } from './township.ts'

export type Streams = Readonly<{
  clients: number
  seconds: number
  told: number
  /** at each tenth of the time: what leaks goes on growing */
  heapMb: readonly number[]
  socketsLeft: number
  p50: number
  p95: number
}>

const ROUND_MS = 500
const PER_ROUND = 5
const PARTS = 10

/** Browsers that listen while much happens: what each hears and how late (ms after the commit), and what they leave behind when they go. */
export async function streams(dir: string, clients: number, seconds: number): Promise<Streams> {
  const served = await serveBoard(dir)
  const sentAt = new Map<string, number>()
  // of a fixed size: what is measured here must not be taken for a leak
  const late = createHistogram()
  const idle = sockets()
  const hear = (no: string): void => late.record(Math.max(1, Date.now() - (sentAt.get(no) ?? 0)))
  const ears = await Promise.all(Array.from({ length: clients }, () => listen(served, hear)))
  await busy(served, sentAt, 5)
  const heapMb = [heap()]
  for (let part = 0; part < PARTS; part += 1) {
    await busy(served, sentAt, seconds / PARTS)
    heapMb.push(heap())
  }
  await Promise.all(ears.map((leave) => leave()))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const socketsLeft = sockets() - idle
  await served.close()
  const told = late.count
  return { clients, seconds, told, heapMb, socketsLeft, p50: late.percentile(50), p95: late.percentile(95) }
}

async function busy(served: Served, sentAt: Map<string, number>, seconds: number): Promise<void> {
  const rounds = (seconds * 1000) / ROUND_MS
  for (let round = 0; round < rounds; round += 1) {
    const numbers = Array.from({ length: PER_ROUND }, (_, n) => (round * PER_ROUND + n) % 5000)
    for (const n of numbers) sentAt.set(`QX${n}`, Date.now())
    await touch(
      served.core,
      numbers.map((n) => `copy-${n}`),
    )
    await new Promise((resolve) => setTimeout(resolve, ROUND_MS))
  }
}

async function listen({ web, cookie }: Served, hear: (no: string) => void): Promise<() => Promise<void>> {
  const left = new AbortController()
  const answer = await fetch(`${web.url}/api/live`, { headers: { Cookie: cookie }, signal: left.signal })
  const reading = read(answer, hear).catch(() => undefined)
  return async () => {
    left.abort()
    await reading
  }
}

async function read(answer: Response, hear: (no: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  for await (const piece of answer.body ?? [])
    for (const [, no] of decoder.decode(piece, { stream: true }).matchAll(/data: \{"no":"(\w+)"/g)) hear(no ?? '')
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heap = (): number => {
  collect()
  return Math.round(process.memoryUsage().heapUsed / 1024 / 102.4) / 10
}
const sockets = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length
