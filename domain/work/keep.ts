import { ofKind, type Entry } from '../book/entry.ts'
import { understoodOf } from '../task.ts'
import { bookOf, change, enter, setEntryTimer, type Draft } from '../case/draft.ts'
import type { Granted } from './granted.ts'
import type { WorkKinds } from './kinds.ts'

type WorkKind = keyof WorkKinds

/** Writes what is granted about the time of the case; null = nothing any more. */
export function keepTime(draft: Draft, time: Granted | null): void {
  const { time: _, ...rest } = understoodOf(draft.task)
  if (time || draft.task.understood?.time) change(draft, { understood: time ? { ...rest, time } : rest })
}

/** What of a kind stands in the book of this case in one of these states, oldest first. */
export function standing<K extends WorkKind>(
  draft: Draft,
  kind: K,
  ...states: readonly WorkKinds[K]['state'][]
): readonly Entry<K>[] {
  const wanted: readonly string[] = states
  return ofKind(bookOf(draft), kind).filter(({ state }: Entry) => wanted.includes(state))
}

/** Nobody has to do anything about it any more. */
export function settled(draft: Draft, entry: Entry<WorkKind>): void {
  enter(draft, { ...entry, owner: null, dueAt: null })
  setEntryTimer(draft, entry, entry.kind, null)
}
