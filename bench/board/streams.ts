import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { share } from '../ack.ts'
import { serveBoard, touch, type Served } from './township.ts'

export type Streams = Readonly<{
  clients: number
  seconds: number
  told: number
  heapBeforeMb: number
  heapAfterMb: number
  socketsLeft: number
  p50: number
  p95: number
}>

const ROUND_MS = 500
const PER_ROUND = 5

/** Browsers that listen while much happens: what each hears and how late (ms after the commit), and what they leave behind when they go. */
export async function streams(dir: string, clients: number, seconds: number): Promise<Streams> {
  const served = await serveBoard(dir)
  const sentAt = new Map<string, number>()
  const late: number[] = []
  const idle = sockets()
  const ears = await Promise.all(
    Array.from({ length: clients }, () => listen(served, (no) => void late.push(Date.now() - (sentAt.get(no) ?? 0)))),
  )
  await busy(served, sentAt, 5)
  const heapBeforeMb = heap()
  await busy(served, sentAt, seconds)
  const heapAfterMb = heap()
  await Promise.all(ears.map((leave) => leave()))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const socketsLeft = sockets() - idle
  await served.close()
  return {
    clients,
    seconds,
    told: late.length,
    heapBeforeMb,
    heapAfterMb,
    socketsLeft,
    p50: share(late, 0.5),
    p95: share(late, 0.95),
  }
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
