import type { Entry } from '../book/entry.ts'
import type { Town } from '../town.ts'
import { findStation, nameOf } from '../people/directory.ts'
import type { ChildFacts } from './said.ts'

export type Child = Entry<'child'>

export const isOpenChild = ({ state }: Child): boolean => state === 'given' || state === 'taken'

export function childFacts({ no, state, dueAt, at, data }: Child, town: Town): ChildFacts {
  const { text, must, result } = data
  const unit = findStation(town, data.to)?.name ?? data.to
  const from = findStation(town, data.from)?.name ?? ''
  const holder = nameOf(town, data.holder)
  return { no, unit, from, text, must, dueAt: (dueAt ?? at).toISOString(), state, holder, result }
}
