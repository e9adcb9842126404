import type { Log } from '../../context.ts'
import type { Task } from '../../domain/task.ts'
import type { Desk } from '../desk.ts'
import { hadBy } from './hadBy.ts'

/** A case that changed; `seq` = number of the event in the log, from which a browser goes on after a break; `units` that have or had it. */
export type Change = Readonly<{ seq: number; task: Task; units: readonly string[] }>
type Listener = (change: Change) => void

export type Hub = Readonly<{
  /** Calls back for every case that changes from now on; answers how to stop it. */
  listen(listener: Listener): () => void
  /** What changed since an event, each case once; null where it is too much to tell one by one. */
  since(seq: number): Promise<readonly Change[] | null>
  /** the newest event */
  newest(): Promise<number>
  listeners(): number
  close(): void
}>

/** how often the log of events is looked at, in ms, while anybody listens */
const EVERY_MS = 500
/** cases told one by one */
const MOST = 500

/** Reads the log of events once for all browsers: whoever of the processes wrote it, everybody sees it. */
export function makeHub(desk: Pick<Desk, 'ctx'>, log: Log): Hub {
  const listeners = new Set<Listener>()
  let at: number | null = null
  let timer: NodeJS.Timeout | null = null
  let closed = false

  async function look(): Promise<void> {
    try {
      at ??= await desk.ctx.store.newestEvent()
      const changes = await changed(at)
      at = changes.seq
      for (const change of changes.found) for (const listener of listeners) listener(change)
    } catch (error) {
      log.warn({ error: String(error) }, 'the log of events could not be read for the pages')
    }
    again()
  }

  function again(): void {
    timer = closed || listeners.size === 0 ? null : setTimeout(() => void look(), EVERY_MS).unref()
    if (timer === null) at = null
  }

  async function changed(since: number): Promise<{ seq: number; found: readonly Change[]; all: boolean }> {
    const events = await desk.ctx.store.eventsAfter(since, MOST + 1)
    const last = new Map<string, number>()
    for (const { taskId, seq } of events) {
      // in the order of the events told: a browser that breaks off goes on behind the last number it heard
      last.delete(taskId)
      last.set(taskId, seq)
    }
    const found = await Promise.all(
      [...last].map(async ([id, seq]) => {
        const [task, story] = await Promise.all([desk.ctx.store.task(id), desk.ctx.store.timeline(id)])
        return { seq, task, units: hadBy(story) }
      }),
    )
    return {
      seq: events.at(-1)?.seq ?? since,
      found: found.flatMap(({ task, ...rest }) => (task ? [{ ...rest, task }] : [])),
      all: events.length <= MOST,
    }
  }

  return {
    listen(listener) {
      listeners.add(listener)
      if (timer === null) timer = setTimeout(() => void look(), 0).unref()
      return () => void listeners.delete(listener)
    },
    async since(seq) {
      const { found, all } = await changed(seq)
      return all ? found : null
    },
    newest: () => desk.ctx.store.newestEvent(),
    listeners: () => listeners.size,
    close() {
      closed = true
      if (timer) clearTimeout(timer)
    },
  }
}
