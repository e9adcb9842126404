import type { CaseRef } from '../domain/command/parsed.ts'
import { isKind, type Entry, type EntryNumber, type Kind } from '../domain/book/entry.ts'
import { findEntryNo } from '../domain/book/number.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { fold } from '../domain/text/fold.ts'
import type { Task } from '../domain/task.ts'
import type { Store } from '../context.ts'
import type { Turn } from './turn.ts'

type Wanted<K extends Kind> = Readonly<{
  kinds: readonly K[]
  /** of these states, where no number says which */
  states: readonly string[]
  /** may this speaker speak of it? To anyone else it does not exist */
  may: (entry: Entry<K>) => boolean
}>

export type FoundEntry<K extends Kind> =
  | Readonly<{ ok: true; entry: Entry<K>; words: string }>
  /** `choices` = numbers that may be meant; none = there is nothing */
  | Readonly<{ ok: false; choices: readonly string[] }>

const MOST = 50

/** What an order means: by full number, by short number, by the case it belongs to, or, without one, the only one that fits. */
export async function findEntry<K extends Kind>(
  turn: Turn,
  wanted: Wanted<K>,
  ref: CaseRef | null,
  rest: string,
): Promise<FoundEntry<K>> {
  const written = ref ? null : findEntryNo(fold(rest))
  const words = written?.from === 0 ? rest.slice(written.to).replace(/^[\s,，:：]+/u, '') : rest
  const asked = written?.from === 0 ? { entryNo: written.parts.no } : ref
  const all = (await meant(turn, wanted, asked)).filter((entry): entry is Entry<K> => isKind(entry, ...wanted.kinds))
  const fit = all.filter(wanted.may)
  const open = fit.filter(({ state }) => wanted.states.includes(state))
  const [first, ...others] = open.length > 0 || asked === null ? open : fit.slice(0, 1)
  if (first && others.length === 0) return { ok: true, entry: first, words }
  const [picked, said] = asked === null ? pickedBy(open, rest) : [null, rest]
  if (picked) return { ok: true, entry: picked, words: said }
  return { ok: false, choices: first ? [first, ...others].slice(0, 5).map(({ no }) => no) : [] }
}

/** 「来不了 2 车坏了」: a bare number may count things, but where several are open and it is that of one, it means that one. */
function pickedBy<K extends Kind>(open: readonly Entry<K>[], rest: string): readonly [Entry<K> | null, string] {
  const [whole, digits] = /^\s*(\d{1,4})(?:号|[\s,，:：、])\s*/u.exec(fold(rest)) ?? []
  const found = digits ? open.filter(({ seq }) => seq === Number(digits)) : []
  return whole && found.length === 1 ? [found[0] ?? null, rest.slice(whole.length)] : [null, rest]
}

async function meant(
  { ctx: { store }, speaker }: Turn,
  { kinds, states }: Readonly<{ kinds: readonly Kind[]; states: readonly string[] }>,
  ref: CaseRef | null,
): Promise<readonly Entry[]> {
  const own = speaker.town ? { town: speaker.town.code } : {}
  if (ref === null) return store.entries({ ...own, kinds, states, limit: MOST })
  if ('seq' in ref) {
    const numbered = await store.entries({ ...own, kinds, seq: ref.seq, limit: MOST })
    return numbered.length > 0 ? numbered : ofCases(store, kinds, await store.tasksBySeq(ref.seq, MOST))
  }
  if ('caseNo' in ref) {
    const task = await store.taskByCaseNo(ref.caseNo)
    return task ? (await store.entriesOf(task.id)).toReversed() : []
  }
  const entry = await store.entryByNo(ref.entryNo)
  return entry ? [entry] : []
}

/** Nothing of that kind has the short number: whoever wrote it means the case. */
async function ofCases(store: Store, kinds: readonly Kind[], tasks: readonly Task[]): Promise<readonly Entry[]> {
  const found = await Promise.all(tasks.map(({ id }) => store.entriesOf(id)))
  return found.flat().filter((entry) => isKind(entry, ...kinds))
}

/** The number of a new entry; two who take it at once are told apart at commit. */
export function newNumber({ ctx, world }: Turn, town: string, kind: Kind): Promise<EntryNumber> {
  return ctx.store.nextEntry(town, kind, Number(dayOf(world.now).slice(0, 4)))
}
