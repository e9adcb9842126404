import type { Entry } from '../book/entry.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { Address } from '../people/recipients.ts'
import type { JointSaid } from './said.ts'
import { say, type Desk } from '../book/desk.ts'
import { ofKind } from '../book/entry.ts'
import { factsOf } from '../case/facts.ts'
import { childFacts, type Child } from './childFacts.ts'

export type News = Extract<JointSaid, { kind: 'child-news' }>['news']

/** What became of a child task, and how many of those of its case are done. */
export function sayNews(
  desk: Desk,
  { task, town, entries = [] }: Readonly<{ task: Task; town: Town; entries?: readonly Entry[] }>,
  child: Child,
  news: News,
  address: Address,
  by: string | null,
): void {
  const others = ofKind(entries, 'child').filter(({ id }) => id !== child.id)
  const all = [...others, child].filter(({ state }) => state !== 'dropped')
  say(desk, 'dispatch', child, address, {
    kind: 'child-news',
    facts: factsOf(task, town),
    child: childFacts(child, town),
    news,
    by,
    done: all.filter(({ state }) => state === 'done').length,
    of: all.length,
  })
}
