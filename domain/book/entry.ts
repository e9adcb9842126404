import { MARKS, type EntryKinds } from './kinds.ts'

export type Kind = keyof EntryKinds

/** The number of an entry within its kind, its township and its (Shanghai) year; `no` is unique for ever: QS-WJ2026-0012. */
export type EntryNumber = Readonly<{ year: number; seq: number; no: string }>

type EntryOf<K extends Kind> = EntryNumber &
  Readonly<{
    id: string
    kind: K
    town: string
    /** the case it belongs to */
    taskId: string | null
    /** the version it was read at; 0 = new. A change loses the race if it moved on */
    version: number
    state: EntryKinds[K]['state']
    /** the unit or the person who has to act */
    owner: string | null
    dueAt: Date | null
    at: Date
    data: EntryKinds[K]['data']
  }>

type AnyEntry = { readonly [One in Kind]: EntryOf<One> }[Kind]

/** What stands in the book of a township beside its cases: a whistle, a booking, a paper, a case file, a review … */
export type Entry<K extends Kind = Kind> = Extract<AnyEntry, Readonly<{ kind: K }>>

/** QS-WJ2026-0012 */
export function noOf(town: string, kind: Kind, year: number, seq: number): string {
  return `${town}-${MARKS[kind]}${year}-${String(seq).padStart(4, '0')}`
}

export const isKind = <K extends Kind>(entry: Entry, ...kinds: readonly K[]): entry is Entry<K> =>
  (kinds as readonly Kind[]).includes(entry.kind)

/** Those of a kind, in the order given. */
export const ofKind = <K extends Kind>(entries: readonly Entry[], kind: K): Entry<K>[] =>
  entries.filter((entry): entry is Entry<K> => entry.kind === kind)
