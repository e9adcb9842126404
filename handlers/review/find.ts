import type { Context } from '../../context.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import { ofKind, type Entry } from '../../domain/book/entry.ts'
import { parseCaseNo } from '../../domain/command/caseNo.ts'
import type { InReview } from '../../domain/review/decide.ts'
import { refusal } from '../acts.ts'
import { fileInHand } from '../legal/find.ts'
import type { Result, Turn } from '../turn.ts'

type Kind = 'review' | 'signoff'
type Found<K extends Kind> = Readonly<{ hand: CaseInHand; file: Entry<'file'>; entry: Entry<K> }>
type Wanted<K extends Kind> = Readonly<{
  kind: K
  /** may he know of it? */
  may: (entry: Entry<K>) => boolean
  /** is it his to answer? */
  own: (entry: Entry<K>) => boolean
}>

const MOST = 1000

/** The reviews of all townships, newest first. */
export const allReviews = async ({ store }: Context): Promise<readonly Entry<'review'>[]> =>
  ofKind(await store.entries({ kinds: ['review'], limit: MOST }), 'review')

export const openReviews = async ({ store }: Context): Promise<readonly Entry<'review'>[]> =>
  ofKind(await store.entries({ kinds: ['review'], states: ['open'], limit: MOST }), 'review')

/**
 * What an order means, over all townships: by a number of the book or of the case, by the short number of the case among
 * those that are open, or, without one, the only one that is the speaker's.
 */
export async function findOpen<K extends Kind>(
  turn: Turn,
  ref: CaseRef | null,
  wanted: Wanted<K>,
): Promise<Readonly<{ ok: true; found: Found<K> }> | Readonly<{ ok: false; result: Result }>> {
  const all = (await meant(turn, ref, wanted)).filter(wanted.may)
  const open = all.filter(({ state }) => state === 'open')
  const own = open.filter(wanted.own)
  const fit = own.length > 0 ? own : open.length > 0 ? open : all.slice(0, 1)
  const [entry, ...others] = fit
  const none = wanted.kind === 'review' ? 'review-none' : 'signoff-nothing'
  if (!entry) return { ok: false, result: refusal(none, null) }
  const which = wanted.kind === 'review' ? 'review-which' : 'signoff-which'
  const choices = fit.slice(0, 5).map(({ no }) => no)
  if (others.length > 0) return { ok: false, result: refusal(which, null, choices) }
  const found = await inBook(turn.ctx, entry)
  return found ? { ok: true, found } : { ok: false, result: refusal(none, null) }
}

/** An entry of this part with its case and its file, as they are now. */
export async function inBook<K extends Kind>(ctx: Context, entry: Entry<K>): Promise<Found<K> | null> {
  const [task, known] = await Promise.all([
    entry.taskId === null ? null : ctx.store.task(entry.taskId),
    ctx.store.entry(entry.data.file),
  ])
  if (!task || known?.kind !== 'file') return null
  const hand = await fileInHand({ ctx }, task, known)
  const here = hand.entries ?? []
  const now = ofKind(here, entry.kind).find(({ id }) => id === entry.id) as Entry<K> | undefined
  return { hand, file: ofKind(here, 'file').find(({ id }) => id === known.id) ?? known, entry: now ?? entry }
}

export const asReview = ({ hand, file, entry }: Found<'review'>): InReview => ({ hand, file, review: entry })

async function meant<K extends Kind>(turn: Turn, ref: CaseRef | null, { kind, own }: Wanted<K>): Promise<Entry<K>[]> {
  const { store } = turn.ctx
  const kinds = [kind]
  const of = (entries: readonly Parameters<typeof ofKind>[0][number][]) => ofKind(entries, kind) as Entry<K>[]
  if (ref === null) return of(await store.entries({ kinds, states: ['open'], limit: MOST })).filter(own)
  if ('seq' in ref) {
    const all = of(await store.entries({ kinds, limit: MOST }))
    const byCase = await withCase(turn.ctx, all, ref.seq)
    return byCase.length > 0 ? byCase : all.filter(({ seq }) => seq === ref.seq)
  }
  const task = 'caseNo' in ref ? await store.taskByCaseNo(ref.caseNo) : null
  if (task) return of(await store.entriesOf(task.id)).toReversed()
  const entry = 'entryNo' in ref ? await store.entryByNo(ref.entryNo) : null
  if (!entry || entry.kind === kind) return entry ? of([entry]) : []
  return entry.taskId === null ? [] : of(await store.entriesOf(entry.taskId)).toReversed()
}

/** Those of cases with this short number. */
async function withCase<K extends Kind>({ store }: Context, entries: readonly Entry<K>[], seq: number) {
  const tasks = await store.tasksBySeq(seq, 200)
  const ids = new Set(tasks.filter(({ caseNo }) => parseCaseNo(caseNo)?.seq === seq).map(({ id }) => id))
  return entries.filter(({ taskId }) => taskId !== null && ids.has(taskId))
}
