import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ensurePostgres, freshDatabase } from '../../tests/services/postgres.ts'
import { cpuSeconds } from './cpu.ts'
import { lanes } from './load.ts'
import { startOurs, type Ours } from './ours.ts'
import { ensureRt, rtClients, startRt, ticket, type Rt } from './rt.ts'

/** the same for both */
const CONNECTIONS = 16
const WORKERS = 4
const ROUNDS = 3
const TICKET_SECONDS = 12
const REPORTS = 2000
const WARM_UP = { gently: 200, briskly: 1800 } as const
const RATIO = 100
const LEARNT_WITHIN = 300_000
/** a process that uses less CPU than this between two looks has nothing to do */
const LOOK_MS = 1000
const QUIET_SECONDS = 0.03

type Round = Readonly<{ perSecond: number; cpuMs: number }>
type Kind = 'postgres' | 'sqlite'

/** Request Tracker and the program, in turns, on the same database server or the same kind of file; one line each. `only` = postgres or sqlite. */
export async function peer(print: (line: object) => void, only?: string): Promise<void> {
  ensureRt()
  const kinds = (['postgres', 'sqlite'] as const).filter((kind) => only === undefined || only === kind)
  for (const database of kinds) {
    const { tickets, reports } = await inTurns(database, print)
    const ratio = Math.round((10 * median(reports, 'perSecond')) / median(tickets, 'perSecond')) / 10
    print({
      bench: 'peer',
      database,
      ticketsPerSecond: median(tickets, 'perSecond'),
      reportsPerSecond: median(reports, 'perSecond'),
      ratio,
      cpuMs: { ticket: median(tickets, 'cpuMs'), report: median(reports, 'cpuMs') },
      target: { ratio: RATIO },
      met: ratio >= RATIO,
    })
  }
}

async function inTurns(database: Kind, print: (line: object) => void) {
  const dir = await mkdtemp(join(tmpdir(), 'shaozi-peer-'))
  const [rtDir, oursDir] = [join(dir, 'rt'), join(dir, 'ours')]
  await Promise.all([mkdir(rtDir), mkdir(oursDir)])
  const postgres = database === 'postgres' ? await ensurePostgres(true) : null
  const url = postgres ? await freshDatabase(postgres, 'ours') : `file:${join(oursDir, 'shaozi.db')}`
  const server = postgres ? [postgres.pid()] : []
  const rt = await startRt(rtDir, postgres, WORKERS)
  const ours = await startOurs(oursDir, url, CONNECTIONS)
  const tickets: Round[] = []
  const reports: Round[] = []
  try {
    const cookies = await loggedIn(rt)
    // it learns its duty list at the first start, beside its work
    await calm([ours.pid], LEARNT_WITHIN)
    await ours.reports(WARM_UP.gently, CONNECTIONS / 2)
    await ours.reports(WARM_UP.briskly)
    await ticketsFor(rt, cookies, 3)
    for (let round = 1; round <= ROUNDS; round += 1) {
      tickets.push(await measured([rt.pid, ...server], () => ticketsFor(rt, cookies, TICKET_SECONDS)))
      reports.push(await measured([ours.pid, ...server], () => reportsFor(ours)))
      print({ bench: 'peer-round', database, round, tickets: tickets.at(-1), reports: reports.at(-1) })
    }
    return { tickets, reports }
  } finally {
    await ours.stop()
    await rt.stop()
    await postgres?.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

type Done = Readonly<{ count: number; seconds: number }>

const loggedIn = (rt: Rt): Promise<string[]> => Promise.all(Array.from({ length: CONNECTIONS }, () => rt.login()))

/** As many tickets as are made until the time is over; a mail that was not handed over would be a ticket too many. */
async function ticketsFor(rt: Rt, cookies: readonly string[], seconds: number): Promise<Done> {
  const http = rtClients(rt.origin, CONNECTIONS)
  const mailsBefore = await rt.mails()
  const from = performance.now()
  let count = 0
  await lanes(CONNECTIONS, async (lane) => {
    if (performance.now() - from > seconds * 1000) return false
    await http.post(ticket(cookies[lane] ?? '', count))
    count += 1
    return true
  })
  const took = (performance.now() - from) / 1000
  await http.close()
  const mails = (await rt.mails()) - mailsBefore
  if (mails < count) throw new Error(`Request Tracker made ${count} tickets and sent ${mails} mails`)
  return { count, seconds: took }
}

const reportsFor = async (ours: Ours): Promise<Done> => ({ count: REPORTS, seconds: await ours.reports(REPORTS) })

async function measured(pids: readonly number[], act: () => Promise<Done>): Promise<Round> {
  await calm(pids)
  const before = cpuSeconds(pids)
  const { count, seconds } = await act()
  const spent = cpuSeconds(pids) - before
  return { perSecond: Math.round((10 * count) / seconds) / 10, cpuMs: Math.round((1e5 * spent) / count) / 100 }
}

/** What the round before left behind is done first. */
async function calm(pids: readonly number[], withinMs = 10_000): Promise<void> {
  let last = -1
  for (const end = performance.now() + withinMs; performance.now() < end; await pause(LOOK_MS)) {
    const now = cpuSeconds(pids)
    if (last >= 0 && now - last < QUIET_SECONDS) return
    last = now
  }
}

function median(rounds: readonly Round[], of: keyof Round): number {
  return rounds.map((round) => round[of]).toSorted((a, b) => a - b)[rounds.length >> 1] ?? 0
}
