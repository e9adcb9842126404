import { randomUUID } from 'node:crypto'
import { parts } from '../domain/decision.ts'
import { beginAccesses } from './access.ts'
import { admissionReads, type AdmissionReads } from './admissions.ts'
import { censusReads, type CensusReads } from './read-census.ts'
import { caseNumbers } from './case-numbers.ts'
import { usedUp } from './customers.ts'
import type { Database, Reading } from './database.ts'
import { commitQueue, type Queue } from './queue.ts'
import { boardReads, type BoardReads } from './read-board.ts'
import { deskReads, type DeskReads } from './read-desk.ts'
import { entryReads, type EntryReads } from './read-entries.ts'
import { sealedReads, type SealedReads } from './read-sealed.ts'
import { happenedReads, type HappenedReads } from './read-happened.ts'
import { evidenceReads, type EvidenceReads } from './read-evidence.ts'
import { inboxReads } from './read-inbox.ts'
import { leases } from './lease.ts'
import { lessonReads, type LessonReads } from './read-lessons.ts'
import { liveReads, type LiveReads } from './read-live.ts'
import { loadReads, type LoadReads } from './read-load.ts'
import { logReads, type LogReads } from './read-logs.ts'
import { fileReads, type FileReads } from './read-files.ts'
import { identityReads, type IdentityReads } from './read-identity.ts'
import { lateReads, type LateReads } from './read-lately.ts'
import { outboxReads, type OutboxReads } from './read-outbox.ts'
import { peopleReads, type PeopleReads } from './read-people.ts'
import { registerReads, type RegisterReads } from './read-register.ts'
import { scheduleReads, type ScheduleReads } from './read-schedule.ts'
import { searchReads, type SearchReads } from './read-search.ts'
import { taskReads, type TaskReads } from './read-tasks.ts'
import { nothingRecent, recent, type Recent } from './recent.ts'
import { statements } from './statements.ts'
import { LostRace, type Due, type Store } from './store.ts'
import { tables } from './tables.ts'
import { parseUrl } from './url.ts'
import { verifyChains } from './verify.ts'

export { StoreRefusal } from './refusal.ts'

/** The part of a log the store speaks to; it never says what is in a row. */
export type StoreLog = Readonly<{
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}>

export type OpenStore = Readonly<{
  /** `file:…` (relative to the working folder) or `postgresql://…` */
  url: string
  log: StoreLog
  /** The database acknowledges writes and loses them: the process must stop. Without it, an error is thrown into the process. */
  onFatal?: (error: Error) => void
}>

export type Reads = TaskReads &
  BoardReads &
  Pick<Store, 'countNoted' | 'earlierOf'> &
  AdmissionReads &
  EntryReads &
  HappenedReads &
  IdentityReads &
  FileReads &
  OutboxReads &
  ScheduleReads &
  RegisterReads &
  PeopleReads &
  LessonReads &
  LiveReads &
  DeskReads &
  SearchReads &
  LogReads &
  LoadReads &
  CensusReads &
  Pick<Store, 'verify'>
export type ReadOnlyStore = Reads & LateReads & EvidenceReads & SealedReads & Readonly<{ close(): Promise<void> }>

/** Opens the database for writing, brings it to this program's version; throws StoreRefusal when it cannot be used. */
export async function openStore({ url, log, onFatal = raise }: OpenStore): Promise<Store> {
  const place = parseUrl(url)
  const database =
    place.provider === 'sqlite'
      ? await (await import('./sqlite.ts')).openSqlite(place.path)
      : await (await import('./postgres.ts')).openPostgres(place.url)
  await database.write((sql) => beginAccesses({ sql, dialect: database.dialect, say: statements(database.dialect) }))
  const listeners: ((due: readonly Due[]) => void)[] = []
  const alone = place.provider === 'sqlite'
  const fresh = alone ? recent() : nothingRecent
  const queue = commitQueue({
    dialect: database.dialect,
    write: database.write,
    shared: !alone,
    canary: () => canary(database),
    scrub: database.scrub,
    onDue: (due) => tell(listeners, due, log),
    onFresh: fresh.written,
    onFatal: (error) => {
      log.error({}, error.message)
      onFatal(error)
    },
  })
  const all = reads(database)
  return {
    alone,
    ...all,
    ...fresh.reads(all),
    ...writes(database, queue, fresh),
    ...leases(database),
    backlog: queue.length,
    onDue: (listener) => void listeners.push(listener),
    close: () => close(queue, database),
  }
}

/** Opens it to look only, also while the program runs on it: for `verify` and `doctor`. */
export async function openReadOnly(url: string): Promise<ReadOnlyStore> {
  const place = parseUrl(url)
  const reading =
    place.provider === 'sqlite'
      ? (await import('./sqlite.ts')).openSqliteReadOnly(place.path)
      : await (await import('./postgres.ts')).openPostgresReadOnly(place.url)
  return {
    ...reads(reading),
    ...lateReads(reading),
    ...evidenceReads(reading),
    ...sealedReads(reading),
    close: reading.close,
  }
}

function reads(reading: Reading): Reads {
  const tasks = taskReads(reading)
  return {
    ...tasks,
    ...registerReads(reading),
    ...boardReads(reading),
    ...searchReads(reading, tasks.task),
    ...deskReads(reading),
    ...admissionReads(reading),
    ...entryReads(reading),
    ...happenedReads(reading),
    ...outboxReads(reading),
    ...scheduleReads(reading),
    ...peopleReads(reading),
    ...inboxReads(reading),
    ...lessonReads(reading),
    ...liveReads(reading),
    ...logReads(reading),
    ...loadReads(reading),
    ...censusReads(reading),
    ...identityReads(reading),
    ...fileReads(reading),
    verify: (seen) => verifyChains(reading, seen),
  }
}

type Writes = Pick<
  Store,
  | 'receive'
  | 'receivePage'
  | 'failInbox'
  | 'commit'
  | 'nextSeq'
  | 'settle'
  | 'savePolicy'
  | 'countSent'
  | 'putNote'
  | 'renewNote'
  | 'claimNote'
  | 'takeNote'
  | 'addIdentities'
  | 'reseal'
  | 'renamePeople'
  | 'purge'
>

function writes(database: Database, { push }: Queue, fresh: Recent): Writes {
  const numbers = caseNumbers(database)
  return {
    receive: (inbound, now, people = []) =>
      new Promise((resolve, reject) => push({ kind: 'receive', inbound, now, people, resolve, reject })),
    receivePage: (inbounds, mark, now, people = []) =>
      new Promise((resolve, reject) => push({ kind: 'page', inbounds, mark, now, people, resolve, reject })),
    countSent: (id, sent) =>
      new Promise((resolve, reject) => push({ kind: 'count', id, ...usedUp(sent), resolve, reject })),
    putNote: async (note) =>
      void (await new Promise((resolve, reject) => push({ kind: 'note', how: 'put', note, resolve, reject }))),
    renewNote: async (note) =>
      void (await new Promise((resolve, reject) => push({ kind: 'note', how: 'renew', note, resolve, reject }))),
    claimNote: async (note, now) =>
      (await new Promise((resolve, reject) => push({ kind: 'note', how: 'claim', note, now, resolve, reject }))) !==
      null,
    takeNote: (key) => new Promise((resolve, reject) => push({ kind: 'note', how: 'take', key, resolve, reject })),
    failInbox: (id, reason, park) =>
      new Promise((resolve, reject) => push({ kind: 'fail', id, reason, park, resolve, reject })),
    async commit(decision, now) {
      try {
        await new Promise<void>((resolve, reject) => push({ kind: 'decision', decision, now, resolve, reject }))
        for (const part of parts(decision)) fresh.committed(part)
      } catch (error) {
        if (error instanceof LostRace)
          for (const { task } of parts(decision)) if (task?.version === 0) numbers.lost(task.town, task.day)
        throw error
      }
    },
    nextSeq: numbers.next,
    async settle(rows, fence) {
      fresh.settling(rows)
      if (rows.length === 0) return
      await new Promise<void>((resolve, reject) =>
        push({ kind: 'settle', rows, fence: fence ?? null, resolve, reject }),
      )
    },
    addIdentities: (rows) =>
      new Promise((resolve, reject) => push({ kind: 'identity', how: 'new', rows, resolve, reject })),
    reseal: (rows) =>
      new Promise((resolve, reject) => push({ kind: 'identity', how: 'resealed', rows, resolve, reject })),
    async purge(what, before, limit) {
      const count = await new Promise<number>((resolve, reject) =>
        push({ kind: 'purge', what, before, limit, resolve, reject }),
      )
      fresh.forget()
      return count
    },
    renamePeople: async (people) => {
      if (people.length === 0) return
      await new Promise<void>((resolve, reject) => push({ kind: 'rename', people, resolve, reject }))
      fresh.forget()
    },
    savePolicy: (policy) => new Promise((resolve, reject) => push({ kind: 'policy', policy, resolve, reject })),
  }
}

/** Writes a mark and looks for it with the other client. */
async function canary({ dialect, write, models }: Database): Promise<boolean> {
  const row = { key: 'canary', value: randomUUID() }
  await write((sql) => sql.run(statements(dialect).meta, dialect.json(tables.meta, [row])))
  return (await models.meta.findUnique({ where: { key: row.key } }))?.value === row.value
}

/** A listener's fault is not the committer's. */
function tell(listeners: readonly ((due: readonly Due[]) => void)[], due: readonly Due[], log: StoreLog): void {
  for (const listener of listeners)
    try {
      listener(due)
    } catch (error) {
      log.error({ reason: error instanceof Error ? error.message : String(error) }, 'a listener for due rows failed')
    }
}

async function close(queue: Queue, database: Database): Promise<void> {
  await queue.close()
  await database.close()
}

function raise(error: Error): void {
  setImmediate(() => {
    throw error
  })
}
