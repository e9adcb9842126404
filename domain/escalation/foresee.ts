import type { CaseInHand } from '../case/draft.ts'
import type { Entry } from '../book/entry.ts'
import type { Decision, NewEvent } from '../decision.ts'
import type { Notice } from '../notice.ts'
import type { Task } from '../task.ts'
import type { World } from '../world.ts'
import { fire, type TimerRow } from './fire.ts'

/** What one timer of a case would lead to if nobody did anything until then. */
export type Foreseen = Readonly<{
  at: Date
  kind: string
  events: readonly NewEvent[]
  notices: readonly Notice[]
  task: Task
}>

type Ahead = Readonly<{ hand: CaseInHand; timers: readonly TimerRow[] }>

/** A ladder that would go on for ever is looked at so far. */
const MOST = 200

/** What the timers of a case do until an instant, by the very code that does it, on a copy: nothing is kept. */
export function foresee(hand: CaseInHand, timers: readonly TimerRow[], until: Date, world: World): readonly Foreseen[] {
  const found: Foreseen[] = []
  let ahead: Ahead = { hand, timers }
  while (found.length < MOST) {
    const next = ahead.timers.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0]
    if (!next || next.dueAt > until) break
    const at = next.dueAt > world.now ? next.dueAt : world.now
    const decision = fire(ahead.hand, next, { ...world, now: at })
    ahead = after(ahead, next, decision)
    const { events = [], notices = [] } = decision
    found.push({ at, kind: next.kind, events, notices, task: ahead.hand.task })
  }
  return found
}

/** The case and its timers as they are once the decision is kept. */
function after({ hand, timers }: Ahead, fired: TimerRow, { task, entries = [], timers: set = [] }: Decision): Ahead {
  const own = set.filter(({ subject }) => subject === hand.task.id)
  const gone = new Set([fired.kind, ...own.map(({ kind }) => kind)])
  const left = timers.filter(({ kind }) => !gone.has(kind))
  const armed = own.flatMap(({ kind, step, dueAt }) => (dueAt ? [{ kind, step, dueAt }] : []))
  const now = task ? { ...task, version: task.version + 1 } : hand.task
  return { hand: { ...hand, task: now, entries: kept(hand.entries ?? [], entries) }, timers: [...left, ...armed] }
}

function kept(book: readonly Entry[], fresh: readonly Entry[]): readonly Entry[] {
  const raised = fresh.map((entry): Entry => ({ ...entry, version: entry.version + 1 }))
  return [...new Map([...book, ...raised].map((entry) => [entry.id, entry])).values()]
}
