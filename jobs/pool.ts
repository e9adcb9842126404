import type { Activity } from './activity.ts'
import type { Lanes } from './lanes.ts'
import type { Pool, Work } from './work.ts'
import { newEntry, tell, type Entry } from './entry.ts'
import { fifo } from './fifo.ts'

/** `lanes` and `activity` are shared by pools whose rows may meet in one chat, and by all whose end is awaited together. */
export function pool<Row>(places: number, work: Work<Row>, shared: { lanes: Lanes; activity: Activity }): Pool {
  const entries = new Map<string, Entry>()
  /** `next`: those whose lane has become free */
  const lines = { next: fifo<Entry>(), urgent: fifo<Entry>(), normal: fifo<Entry>() }
  let taken = 0
  let planned = false
  let stopped = false

  function add(id: string, urgent: boolean): Entry {
    const entry = newEntry(id, urgent)
    entries.set(id, entry)
    shared.activity.start()
    return entry
  }

  function queue(entry: Entry, line: keyof typeof lines = entry.urgent ? 'urgent' : 'normal') {
    entry.state = 'waiting'
    lines[line].push(entry)
    plan()
  }

  /** Places that fall free in one turn of the loop are filled together, so that their reads share one query. */
  function plan() {
    if (planned || stopped) return
    planned = true
    setImmediate(fill)
  }

  function fill() {
    planned = false
    while (taken < places && !stopped) {
      const entry = lines.next.take() ?? lines.urgent.take() ?? lines.normal.take()
      if (!entry) return
      taken++
      if (entry.claimed) stepBack(entry, 'aside')
      else read(entry)
    }
  }

  function read(entry: Entry) {
    entry.state = 'reading'
    entry.stale = entry.again = false
    work.read(entry.id).then(
      (row) => wasRead(entry, row),
      (error: unknown) => failed(entry, null, error),
    )
  }

  function wasRead(entry: Entry, row: Row | null) {
    if (entry.claimed) return stepBack(entry, 'aside')
    if (row === null || stopped) return end(entry)
    if (entry.stale) return read(entry)
    const key = work.lane(row)
    const turn = { rank: work.rank(row), wake: () => wake(entry, key) }
    if (!shared.lanes.enter(key, entry.id, turn)) return stepBack(entry, 'behind')
    entry.lane = key
    run(entry, row)
  }

  function run(entry: Entry, row: Row) {
    entry.state = 'running'
    const release = () => leave(entry)
    work.run(row, release).then(
      () => end(entry),
      (error: unknown) => failed(entry, row, error),
    )
  }

  function failed(entry: Entry, row: Row | null, error: unknown) {
    work.failed(entry.id, row, error)
    end(entry)
  }

  /** Stays known without holding a place; its lane or `unclaim` brings it back. */
  function stepBack(entry: Entry, state: 'behind' | 'aside') {
    entry.state = state
    taken--
    plan()
    tell(entry)
  }

  function wake(entry: Entry, key: string) {
    entry.lane = key
    if (entry.claimed) entry.state = 'aside'
    else queue(entry, 'next')
  }

  /** Once only, though `release` and the end both come here. */
  function leave(entry: Entry) {
    if (entry.left) return
    entry.left = true
    taken--
    if (entry.lane !== null) shared.lanes.leave(entry.lane)
    entry.lane = null
    plan()
    tell(entry)
  }

  function end(entry: Entry) {
    leave(entry)
    entry.left = false
    if (entry.again && !stopped) queue(entry)
    else drop(entry)
  }

  function drop(entry: Entry) {
    entries.delete(entry.id)
    shared.activity.end()
    tell(entry)
  }

  /** A row that is known is looked at once more after what is happening to it now. */
  function offer(id: string, urgent: boolean): Entry | undefined {
    const known = entries.get(id)
    if (known) known.again = true
    if (known || stopped) return known
    const entry = add(id, urgent)
    queue(entry)
    return entry
  }

  function handle(id: string, urgent: boolean): Promise<void> {
    const entry = offer(id, urgent)
    if (!entry || entry.state === 'behind' || entry.state === 'aside') return Promise.resolve()
    return new Promise((resolve) => entry.told.push(resolve))
  }

  function claim(id: string): boolean {
    const known = entries.get(id)
    if (known && (known.claimed || known.state === 'running')) return false
    const entry = known ?? add(id, false)
    if (!known) entry.state = 'aside'
    entry.claimed = entry.stale = true
    return true
  }

  function unclaim(id: string) {
    const entry = entries.get(id)
    if (!entry) return
    entry.claimed = false
    if (entry.state === 'aside') queue(entry, 'next')
  }

  function stop() {
    stopped = true
    for (const entry of [...entries.values()]) if (entry.state !== 'running' && entry.state !== 'reading') drop(entry)
  }

  return {
    offer: (id, urgent) => void offer(id, urgent),
    handle,
    has: (id) => entries.has(id),
    claim,
    unclaim,
    size: () => entries.size,
    stop,
  }
}
