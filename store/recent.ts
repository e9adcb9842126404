import type { OutboxRow } from '../domain/notice.ts'
import type { Task } from '../domain/task.ts'
import type { Decision } from '../domain/decision.ts'
import type { Settlement, Store } from './store.ts'

/** Beyond this many the oldest are forgotten and read from the database again. */
const KEPT = 5000

/**
 * What this process has just written and is about to read back: pending messages and the cases they are about.
 * Only where nobody else writes to the database, because then what was committed here is what lies there.
 */
export type Recent = Readonly<{
  written(rows: readonly OutboxRow[]): void
  committed(decision: Decision): void
  /** called before the write: a row on its way out is no longer known */
  settling(rows: readonly Settlement[]): void
  /** what lies there was changed beside all that */
  forget(): void
  reads(reads: Pick<Store, 'outbox' | 'task'>): Pick<Store, 'outbox' | 'task'>
}>

export function recent(): Recent {
  const rows = new Map<string, OutboxRow>()
  const tasks = new Map<string, Task>()
  const forget = (): void => {
    rows.clear()
    tasks.clear()
  }
  return {
    written: (fresh) => fresh.forEach((row) => keep(rows, row.id, row)),
    committed({ task, reports = [], unreport = [], bind, erase = [] }) {
      if (erase.length > 0) forget()
      if (bind) tasks.clear()
      for (const { taskId } of reports) tasks.delete(taskId)
      if (!task) return
      if (unreport.length === 0 && isKeptAsGiven(task, reports))
        keep(tasks, task.id, { ...task, version: task.version + 1 })
      else tasks.delete(task.id)
    },
    forget,
    settling: (settled) => settled.forEach(({ id }) => rows.delete(id)),
    reads: ({ outbox, task }) => ({
      outbox: (id) => known(rows, id) ?? outbox(id),
      task: (id) => known(tasks, id) ?? task(id),
    }),
  }
}

/** Where several processes write nothing is known for sure. */
export const nothingRecent: Recent = {
  written: () => {},
  committed: () => {},
  settling: () => {},
  forget: () => {},
  reads: (reads) => reads,
}

/** Odd characters are mended on the way into the database, and a report may bring another reporter: such a case is read back. */
function isKeptAsGiven(task: Task, reports: NonNullable<Decision['reports']>): boolean {
  const texts = [task.text, task.result ?? '', task.place?.name ?? '', task.item ?? '']
  const sound = texts.every((text) => text.isWellFormed() && !text.includes('\0'))
  return sound && reports.every(({ userid }) => task.reporters.some((reporter) => reporter.userid === userid))
}

function keep<V>(kept: Map<string, V>, key: string, value: V): void {
  kept.delete(key)
  kept.set(key, value)
  if (kept.size <= KEPT) return
  const [oldest] = kept.keys()
  if (oldest !== undefined) kept.delete(oldest)
}

function known<V>(kept: ReadonlyMap<string, V>, key: string): Promise<V> | null {
  const value = kept.get(key)
  return value === undefined ? null : Promise.resolve(value)
}
