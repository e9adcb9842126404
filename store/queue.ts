import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'
import { step } from '../crash.ts'
import type { Head } from './chain.ts'
import type { Sql } from './database.ts'
import type { Dialect } from './dialect.ts'
import { isFull, isOutage } from './faults.ts'
import { applyGroup, type Applied } from './group.ts'
import { takeGroup, type Op } from './ops.ts'
import { statements } from './statements.ts'
import { NotNow } from '../domain/lostRace.ts'
import type { OutboxRow } from '../domain/notice.ts'
import type { Due } from './store.ts'

const GROUP_LIMIT = 400
/** Pauses between tries while the database is locked or gone; after the last one the callers are told. */
const RETRY_MS = [50, 200, 500, 1000, 2000, 3000]

export type QueueOptions = Readonly<{
  dialect: Dialect
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** Others write to the same database: the head of the chain must be read in each transaction. */
  shared: boolean
  /** Writes a mark and looks for it on the second connection; false means that committed rows are lost. */
  canary(): Promise<boolean>
  onDue(due: readonly Due[]): void
  /** messages just committed, before anybody is answered or woken */
  onFresh(rows: readonly OutboxRow[]): void
  /** empties what the database keeps of overwritten rows; false = not yet */
  scrub(): boolean
  onFatal(error: Error): void
}>

export type Queue = Readonly<{
  push(op: Op): void
  /** how many writes wait */
  length(): number
  close(): Promise<void>
}>

/**
 * The one way to write. While a transaction runs others gather; then all that wait go in one.
 * Callers are answered after the commit is durable.
 */
export function commitQueue(options: QueueOptions): Queue {
  const say = statements(options.dialect)
  const waiting: Op[] = []
  let head: Head | null = null
  let running: Promise<void> | null = null
  let dead: Error | null = null
  let closed = false
  let unscrubbed = false

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await turn()
      await commit(takeGroup(waiting, GROUP_LIMIT))
    }
    running = null
  }

  async function commit(group: readonly Op[]): Promise<void> {
    try {
      const applied = await attempt(group)
      step('committed')
      scrub(applied.forgot)
      finish(applied)
    } catch (error) {
      head = null
      const fault = error instanceof Error ? error : new Error(String(error))
      if (dead !== null) reject(group, dead)
      else if (isOutage(fault) || isFull(fault)) reject(group, new NotNow(fault.message, { cause: fault }))
      else if (group.length === 1) reject(group, fault)
      else for (const op of group) await commit([op])
    }
  }

  /** Somebody may be reading just then: it is tried again after the next group. */
  function scrub(forgot: boolean): void {
    if (!forgot && !unscrubbed) return
    try {
      unscrubbed = !options.scrub()
    } catch {
      unscrubbed = true
    }
  }

  /** A lock or a lost connection is tried again as a whole; before that we make sure that our commits are kept at all. */
  async function attempt(group: readonly Op[]): Promise<Applied> {
    for (const wait of RETRY_MS) {
      if (dead !== null) throw dead
      try {
        return await transact(group)
      } catch (error) {
        if (!isOutage(error)) throw error
        await pause(wait)
        await proveWrites()
      }
    }
    return transact(group)
  }

  function transact(group: readonly Op[]): Promise<Applied> {
    return options.write(async (sql) => {
      step('begin')
      const applied = await applyGroup({ sql, dialect: options.dialect, say }, group, options.shared ? null : head)
      step('written')
      return applied
    })
  }

  async function proveWrites(): Promise<void> {
    const kept = await options.canary().catch(() => true)
    if (kept) return
    dead = new Error('the database acknowledges writes and does not keep them: stopping before more is lost')
    options.onFatal(dead)
    throw dead
  }

  function finish(applied: Applied): void {
    head = applied.head
    if (applied.fresh.length > 0) options.onFresh(applied.fresh)
    for (const answer of applied.answers) answer()
    if (applied.due.length > 0) options.onDue(applied.due)
  }

  function push(op: Op): void {
    if (dead !== null || closed) return op.reject(dead ?? new Error('the store is closed'))
    waiting.push(op)
    running ??= run()
  }

  /** Writes what was asked for before; nothing more is taken. */
  async function close(): Promise<void> {
    closed = true
    await running
  }

  return { push, length: () => waiting.length, close }
}

function reject(group: readonly Op[], error: Error): void {
  for (const op of group) op.reject(error)
}
