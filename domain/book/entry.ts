import type { World } from '../world.ts'
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

type Maker = Readonly<{ world: Pick<World, 'id' | 'now'>; town: Readonly<{ code: string }> }>
/** `id` where what it is by itself says so: then a second one is none */
type Own<K extends Kind> = Pick<EntryOf<K>, 'state' | 'data'> &
  Partial<Pick<EntryOf<K>, 'id' | 'taskId' | 'owner' | 'dueAt'>>

/** A new entry of a township: of no case, nobody's and never due, where nothing else is said. */
export function newEntry<K extends Kind>({ world, town }: Maker, kind: K, number: EntryNumber, own: Own<K>): Entry<K> {
  const made = { id: world.id(), kind, town: town.code, version: 0, at: world.now }
  // a union is not told by a kind that is only known where this is called
  return { ...number, taskId: null, owner: null, dueAt: null, ...made, ...own } as unknown as Entry<K>
}

/** QS-WJ2026-0012 */
export function noOf(town: string, kind: Kind, year: number, seq: number): string {
  return `${town}-${MARKS[kind]}${year}-${String(seq).padStart(4, '0')}`
}

export const isKind = <K extends Kind>(entry: Entry, ...kinds: readonly K[]): entry is Entry<K> =>
  (kinds as readonly Kind[]).includes(entry.kind)

/** Those of a kind, in the order given. */
export const ofKind = <K extends Kind>(entries: readonly Entry[], kind: K): Entry<K>[] =>
  entries.filter((entry): entry is Entry<K> => entry.kind === kind)
