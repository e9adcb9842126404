import type { Follower, Moved } from '../case/follower.ts'
import type { Entry, Kind } from '../book/entry.ts'
import { arm, atDesk, put } from '../book/desk.ts'
import { isRunning } from '../case/transitions.ts'

/** What a unit had asked for or waits for, and how each of it ends. */
const OF_THE_UNIT: Readonly<Partial<Record<Kind, readonly [from: string, to: string]>>> = {
  extension: ['asked', 'lapsed'],
  suspension: ['asked', 'lapsed'],
  outside: ['waiting', 'over'],
  block: ['open', 'over'],
}

/** The case is over, or begins anew, or another unit has it: whatever was asked for, waited for or lacked is not any more. */
export const followWork: Follower = (moved) => {
  const stands = isRunning(moved.task) && moved.task.mergedInto === null
  if (stands && moved.task.lead === moved.before.lead) return null
  const desk = atDesk(moved.world, moved.town, { task: moved.task })
  for (const entry of moved.book) {
    const state = endOf(entry, stands)
    if (state === null) continue
    const ended = { ...entry, state, owner: null, dueAt: null } as Entry
    put(desk, ended, `${entry.kind}-ended`, 'system')
    arm(desk, ended, entry.kind, null)
  }
  return desk.entries.size > 0 ? desk : null
}

/** The state in which it ends; null = it does not concern it. While the case stands, what was granted stands too. */
function endOf(entry: Moved['book'][number], stands: boolean): string | null {
  const [from, to = null] = OF_THE_UNIT[entry.kind] ?? []
  if (entry.state === from) return to
  return !stands && entry.kind === 'suspension' && entry.state === 'held' ? 'over' : null
}
