import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const MB = 1024 * 1024

export type Measured = Readonly<{
  /** MB at the end of each simulated day, after a full collection */
  heapMb: readonly number[]
  /** mean of the last third of the days less that of the third before: in the first one libraries are loaded when they are needed first */
  grownMb: number
  rssMb: number
  /** ms the event loop was late, on the worst of the days */
  loopP99: number
  loopMax: number
}>

/** Watches what the process costs while a story is told. */
export function watch() {
  const late: Readonly<{ p99: number; max: number }>[] = []
  const heap: number[] = []
  // one that is stopped and started again takes the pause for lateness
  let loop = begun()
  return {
    /** At the end of a day: to collect and to judge is not the program's doing. MB */
    pause(): number {
      loop.disable()
      late.push({ p99: loop.percentile(99), max: loop.max })
      collect()
      const used = process.memoryUsage().heapUsed / MB
      heap.push(Math.round(used * 10) / 10)
      return used
    },
    goOn: () => void (loop = begun()),
    end(): Measured {
      const third = Math.floor(heap.length / 3)
      const grown = third === 0 ? 0 : mean(heap.slice(-third)) - mean(heap.slice(-2 * third, -third))
      return {
        heapMb: heap,
        grownMb: Math.round(grown * 10) / 10,
        rssMb: Math.round(process.memoryUsage().rss / MB),
        loopP99: Math.round(Math.max(...late.map(({ p99 }) => p99)) / 1e5) / 10,
        loopMax: Math.round(Math.max(...late.map(({ max }) => max)) / 1e6),
      }
    },
  }
}

function begun() {
  const loop = monitorEventLoopDelay({ resolution: 10 })
  loop.enable()
  return loop
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
