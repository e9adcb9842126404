import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { onTestFinished } from 'vitest'
import type { Context, Due, Log, TimerRow } from '../../context.ts'
import type { InboxRow } from '../../domain/decision.ts'
import type { Notice, OutboxRow, Sent } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import { startJobs, type Jobs } from '../../jobs/start.ts'
import { externalRedis } from '../../jobs/redis/source.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { handOver } from '../services/logs.ts'
import { eventually } from './eventually.ts'

export type LogLine = Readonly<{ level: 'debug' | 'info' | 'warn' | 'error'; message: string; fields: object }>
export type Send = Readonly<{ rows: readonly OutboxRow[]; at: Date }>

export type Bed = {
  readonly ctx: Context
  readonly store: Store
  readonly jobs: Jobs
  readonly log: readonly LogLine[]
  /** everything the channel was asked to send, in that order */
  readonly sent: Send[]
  /** what the channel does with it; a test may put its own in place */
  channel: (rows: readonly OutboxRow[]) => Promise<Sent> | Sent
  onTimer: (row: TimerRow) => Promise<void>
  onInbox: (row: InboxRow) => Promise<void>
  move(ms: number): void
  commit(...notices: Notice[]): Promise<void>
  setTimer(subject: string, dueAt: Date, step?: number): Promise<void>
  /** the sent rows in order, one by one */
  keys(): string[]
  until(what: string, holds: () => boolean | Promise<boolean>, ms?: number): Promise<void>
}

export type BedOptions = Readonly<{
  redis?: string
  towns?: readonly Town[]
  start?: Date
  /** rows that are there before the queues start */
  before?: (store: Store, now: Date) => Promise<void>
  onInbox?: (row: InboxRow, store: Store, now: Date) => Promise<void>
  /** commits wake nobody */
  deaf?: boolean
}>

const accepted = (): Sent => ({ outcome: 'sent', how: 'push' })

/** The queues around a real database and a channel that does as the test says, with a clock that may be put forward. */
export async function bed(options: BedOptions = {}): Promise<Bed> {
  const folder = mkdtempSync(join(tmpdir(), 'shaozi-jobs-'))
  const lines: LogLine[] = []
  const log = memoryLog(lines)
  const store = await openStore({ url: `file:${join(folder, 'test.db')}`, log })
  let offset = (options.start ?? new Date()).getTime() - Date.now()
  const now = () => new Date(Date.now() + offset)
  await options.before?.(store, now())

  const sent: Send[] = []
  const hooks = {
    channel: accepted as Bed['channel'],
    onTimer: () => Promise.resolve(),
    onInbox: (row: InboxRow) => options.onInbox?.(row, store, now()) ?? Promise.resolve(),
  } as Pick<Bed, 'channel' | 'onTimer' | 'onInbox'>
  const ctx: Context = {
    now,
    log,
    store,
    id: () => ulid(),
    towns: options.towns ?? [],
    calendar: { years: [] },
    media: {
      fetch: () => Promise.resolve({ ok: false, fault: 'no media here' }),
      fetchSoon: () => Promise.resolve({ ok: false, fault: 'no media here' }),
      keep: () => Promise.reject(new Error('nothing is kept here')),
      read: async () => null,
      remove: () => Promise.resolve(),
    },
    documents: { make: () => Promise.reject(new Error('nothing is made here')) },
    assess: () => Promise.resolve(null),
    reportFile: () => Promise.reject(new Error('nothing is written here')),
    channel: {
      async send(rows) {
        sent.push({ rows, at: now() })
        return hooks.channel(rows)
      },
      states: () => [{ name: 'test', up: true, detail: '' }],
    },
  }
  const jobs = await startJobs(ctx, {
    redis: options.redis ? externalRedis(options.redis) : null,
    leads: () => true,
    fires: true,
    onTimer: (row) => hooks.onTimer(row),
    onInbox: (row) => hooks.onInbox(row),
  })
  if (!options.deaf) store.onDue((due: readonly Due[]) => jobs.wake(due))
  onTestFinished(async () => {
    await jobs.close()
    await store.close()
    handOver(lines.map((line) => JSON.stringify(line)))
    rmSync(folder, { recursive: true, force: true })
  })
  return Object.assign(hooks, {
    ctx,
    store,
    jobs,
    sent,
    log: lines,
    move: (ms: number) => void (offset += ms),
    commit: (...notices: Notice[]) => store.commit({ notices }, now()),
    setTimer: (subject: string, dueAt: Date, step = 0) =>
      store.commit({ timers: [{ subject, kind: 'test', dueAt, step }] }, now()),
    keys: () => sent.flatMap(({ rows }) => rows.map((row) => row.key)),
    until: (what: string, holds: () => boolean | Promise<boolean>, ms?: number) => eventually(what, holds, ms),
  })
}

let serial = 0

/** A reply to villager `to`, due now, with what the test wants different. */
export function notice(at: Date, change: Partial<Notice> = {}): Notice {
  const body = { kind: 'greeting', staff: false } as const
  const to = { kind: 'person', userid: 'villager' } as const
  return {
    key: `n${serial++}`,
    taskId: null,
    queue: 'replies',
    urgent: false,
    to,
    body,
    reply: null,
    notBefore: at,
    dueAt: at,
    fallback: null,
    ...change,
  }
}

export const person = (userid: string) => ({ kind: 'person', userid }) as const

function memoryLog(lines: LogLine[]): Log {
  const at = (level: LogLine['level']) => (fields: object, message: string) =>
    void lines.push({ level, message, fields })
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), child: () => log }
  return log
}
