import type { Entry } from '../book/entry.ts'
import type { Task } from '../task.ts'
import { factsOf } from '../case/facts.ts'
import { mayRead } from '../people/audience.ts'
import { isLate } from './late.ts'
import type { WorkItem } from './said.ts'
import type { Section, SectionId, Who } from './sections.ts'

/** What is open in a township: its cases, and its book, each with the case it belongs to. */
export type OpenWork = Readonly<{
  tasks: readonly Task[]
  entries: readonly Readonly<{ entry: Entry; task: Task | null }>[]
}>

export type Found = Readonly<{ id: SectionId; item: WorkItem; task: Task | null }>

/** Everything somebody has to do, in the order of the sections, each case once; nothing he may not read of. */
export function workOf(who: Who, { tasks, entries }: OpenWork, sections: readonly Section[]): readonly Found[] {
  const { userid } = who.person
  const readable = tasks.filter((task) => mayRead(task, who.town, userid))
  const own = entries.filter(({ task }) => task === null || mayRead(task, who.town, userid))
  const seen = new Set<string>()
  return sections.flatMap(({ id, task: fits, entry: fitsEntry }) => [
    ...readable
      .filter((task) => !seen.has(task.id) && fits?.(task, who) === true)
      .map((task): Found => (seen.add(task.id), { id, task, item: itemOf(task, who) })),
    ...own
      .filter(({ entry }) => fitsEntry?.(entry, who) === true)
      .map(({ entry, task }): Found => ({ id, task, item: entryItem(entry, task, who) })),
  ])
}

const itemOf = (task: Task, { town, now }: Who): WorkItem => ({
  facts: factsOf(task, town),
  ...(isLate(task, now) ? { late: true } : {}),
})

function entryItem({ no, kind, dueAt }: Entry, task: Task | null, { town }: Who): WorkItem {
  const facts = task === null ? null : factsOf(task, town)
  return { facts, entry: { no, kind, dueAt: dueAt?.toISOString() ?? null } }
}
