import type { Entry } from '../book/entry.ts'
import { parts, type Decision, type NewEvent } from '../decision.ts'
import type { Notice } from '../notice.ts'
import type { Task } from '../task.ts'

/** A timer of a case or of what stands in its book. */
export type Ticking = Readonly<{ subject: string; kind: string; step: number; dueAt: Date }>

/** A case with its book and all that ticks there: what is looked at in its place while nothing is kept. */
export type Imagined = Readonly<{ task: Task; book: readonly Entry[]; timers: readonly Ticking[] }>

/** What one timer would lead to if nobody did anything until then. */
export type Foreseen = Readonly<{
  at: Date
  kind: string
  /** what in the book it is about; null = the case itself */
  entry: Entry | null
  events: readonly NewEvent[]
  notices: readonly Notice[]
  /** keys of those that wait for the next card, because their reader wants it so */
  gathered: ReadonlySet<string>
  task: Task
}>

/** What would happen; `cut` = it goes on after this instant, but was looked at only so far. */
export type Foresight = Readonly<{ steps: readonly Foreseen[]; cut: Date | null }>

/** The timer that comes due first. */
export const nextOf = ({ timers }: Imagined): Ticking | null =>
  timers.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null

/** How it all stands once a decision is made: the timer that led to it is gone, unless it was set again. */
export function after({ task, book, timers }: Imagined, fired: Ticking, decision: Decision): Imagined {
  const made = parts(decision)
  const now = made.flatMap((part) => (part.task?.id === task.id ? part.task : [])).at(-1)
  const entries = keptIn(
    book,
    made.flatMap((part) => part.entries ?? []).filter((entry) => isOf(entry, task, book)),
  )
  const subjects = new Set([task.id, ...entries.map(({ id }) => id)])
  const set = made.flatMap((part) => part.timers ?? []).filter(({ subject }) => subjects.has(subject))
  const gone = new Set([keyOf(fired), ...set.map(keyOf)])
  const armed = lastOfEach(set).flatMap(({ dueAt, ...timer }) => (dueAt ? [{ ...timer, dueAt }] : []))
  return {
    task: now ? { ...now, version: now.version + 1 } : task,
    book: entries,
    timers: [...timers.filter((timer) => !gone.has(keyOf(timer))), ...armed],
  }
}

const keyOf = ({ subject, kind }: Pick<Ticking, 'subject' | 'kind'>): string => `${subject}|${kind}`

/** One row per subject and kind: setting it again moves it, or puts it out. */
const lastOfEach = <T extends Pick<Ticking, 'subject' | 'kind'>>(set: readonly T[]): T[] => [
  ...new Map(set.map((timer) => [keyOf(timer), timer])).values(),
]

const isOf = ({ id, taskId }: Entry, task: Task, book: readonly Entry[]): boolean =>
  taskId === task.id || book.some((entry) => entry.id === id)

function keptIn(book: readonly Entry[], fresh: readonly Entry[]): readonly Entry[] {
  const raised = fresh.map((entry): Entry => ({ ...entry, version: entry.version + 1 }))
  return [...new Map([...book, ...raised].map((entry) => [entry.id, entry])).values()]
}
