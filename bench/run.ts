import type { Latency } from './ack.ts'
import type { BoardApi } from './board/api.ts'
import type { FirstLoads, PageUpdates } from './board/page.ts'
import type { Streams } from './board/streams.ts'
import type { Callbacks } from './callbacks.ts'
import { severalProcesses } from './fleet/run.ts'
import { measure, type Mode } from './measure.ts'
import { peer } from './peer/peer.ts'
import type { Piped } from './pipeline.ts'
import type { Storm } from './storm.ts'
import type { Timers } from './timers.ts'
import type { Triage } from './triage/triage.ts'

/** The machine's speed drifts: the pipeline is measured so often, each time between two ceilings, and the median counts. */
const ROUNDS = 3
const SHARE = 0.6
/** at 200 reports a second */
const ACK_P99_MS = 50
const LATE_P99_MS = 1000
const RSS_MB = 250

/** `-- triage`: only what understands a message; `-- board`: only the pages; `-- storm`: only what comes at once; `-- fleet`: only several processes over PostgreSQL; `-- peer [postgres|sqlite]`: Request Tracker beside us, only when asked for. */
const ONLY: Readonly<Record<string, () => Promise<void>>> = {
  triage: understanding,
  board: pages,
  storm: storms,
  fleet: () => severalProcesses(print),
  peer: () => peer(print, process.argv[3]),
}

/** One line for the pipeline and one for the clocks, first with Redis and then without; one for the understanding, three for the board. */
async function all(): Promise<void> {
  for (const queue of ['redis', 'local'] as const) {
    const found = await againstCeiling(queue)
    const ackMs = await measure<Latency>(queue, 'ack')
    const met = found.share >= SHARE && ackMs.p99 <= ACK_P99_MS
    print({ bench: 'pipeline', queue, ...found, ackMs, target: { share: SHARE, ackP99Ms: ACK_P99_MS }, met })
    const late = await measure<Timers>(queue, 'fill', 'timers')
    const inTime = late.delivered === late.due && late.p99 <= LATE_P99_MS && late.rssMb < RSS_MB
    print({ bench: 'timers', queue, ...late, target: { p99: LATE_P99_MS, rssMb: RSS_MB }, met: inTime })
  }
  await understanding()
  await pages()
  await storms()
  await severalProcesses(print)
}

/** Each beside its ceiling, measured in the same run: many reminders due at one instant, and callbacks over HTTP. */
async function storms(): Promise<void> {
  for (const queue of ['redis', 'local'] as const) {
    const found = await measure<Storm>(queue, 'fill', 'storm')
    const top = await measure<number>('local', 'fill', 'bareStorm')
    print({ bench: 'storm', queue, ...found, ceiling: top, share: shareOf(found.perSecond, top) })
    const taken = await measure<Callbacks>(queue, 'callbacks')
    const bare = await measure<Callbacks>('local', 'bareCallbacks')
    print({ bench: 'callbacks', queue, ...taken, ceiling: bare, share: shareOf(taken.perSecond, bare.perSecond) })
  }
}

const shareOf = (value: number, ceiling: number): number => Math.round((1000 * value) / ceiling) / 1000

/** ms, with 5,000 cases open and 100,000 closed */
const API_P95_MS = 100
const UPDATE_P95_MS = 100
const INTERACTIVE_MS = 2000
/** what is heard late, and what may stay behind: a hub looks twice a second */
const STREAM = { p95: 1000, grownMb: 3, socketsLeft: 0 } as const

async function pages(): Promise<void> {
  const api = await measure<BoardApi>('local', 'fillBoard', 'boardApi')
  const quick = Object.values(api).every(({ p95 }) => p95 < API_P95_MS)
  print({ bench: 'board-api', ...api, target: { p95: API_P95_MS }, met: quick })
  const found = await measure<Streams>('local', 'fillBoard', 'streams')
  // caches fill at first: what leaks grows in the second half as well
  const grownMb = Math.max(0, (found.heapMb.at(-1) ?? 0) - (found.heapMb[found.heapMb.length >> 1] ?? 0))
  const kept = grownMb < STREAM.grownMb && found.socketsLeft <= STREAM.socketsLeft && found.p95 < STREAM.p95
  print({ bench: 'board-streams', ...found, target: STREAM, met: kept })
  const drawn = await measure<PageUpdates>('local', 'fillBoard', 'pageUpdates')
  print({ bench: 'board-page', ...drawn, target: { p95: UPDATE_P95_MS }, met: drawn.p95 < UPDATE_P95_MS })
  const shown = await measure<FirstLoads>('local', 'fillBoard', 'firstLoads')
  print({ bench: 'board-first', ...shown, target: { most: INTERACTIVE_MS }, met: shown.most < INTERACTIVE_MS })
}

/** What is promised of the invented sentences in tests/triage. */
const RIGHT = { lead: 0.9, place: 0.95, dangerRecall: 1, falseAlarms: 0.03, intent: 0.95 } as const
const MODEL = { bytes: 3_000_000, p50Micros: 200 } as const

async function understanding(): Promise<void> {
  const found = await measure<Triage>('local', 'triage')
  const { lead, place, danger, intent, micros, modelBytes } = found
  const isRight =
    lead >= RIGHT.lead &&
    place >= RIGHT.place &&
    danger.recall >= RIGHT.dangerRecall &&
    danger.falseAlarms <= RIGHT.falseAlarms &&
    intent >= RIGHT.intent
  const met = isRight && modelBytes <= MODEL.bytes && micros.model.p50 <= MODEL.p50Micros
  print({ bench: 'triage', ...found, target: { ...RIGHT, ...MODEL }, met })
}

type Round = { reportsPerSecond: number; ceiling: number; share: number; redisBytes: number | null }
const NONE: Round = { reportsPerSecond: 0, ceiling: 0, share: 0, redisBytes: null }

/** Reports a second beside the mean of the ceilings just before and just after, as the median round has it. */
async function againstCeiling(queue: Mode): Promise<Round & { rounds: Round[] }> {
  const rounds: Round[] = []
  let before = await measure<number>(queue, 'ceiling')
  for (let round = 0; round < ROUNDS; round += 1) {
    const { perSecond: reports, redisBytes } = await measure<Piped>(queue, 'pipeline')
    const after = await measure<number>(queue, 'ceiling')
    const top = (before + after) / 2
    rounds.push({
      reportsPerSecond: Math.round(reports),
      ceiling: Math.round(top),
      share: Math.round((1000 * reports) / top) / 1000,
      redisBytes,
    })
    before = after
  }
  const [median = NONE] = rounds.toSorted((a, b) => a.share - b.share).slice(Math.floor(ROUNDS / 2))
  return { ...median, rounds }
}

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

await (ONLY[process.argv[2] ?? ''] ?? all)()
