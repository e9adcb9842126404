import type { Context } from '../../context.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import { ofKind, type Entry } from '../../domain/book/entry.ts'
import type { InReview } from '../../domain/review/decide.ts'
import { refusal } from '../acts.ts'
import { fileInHand } from '../legal/find.ts'
import type { Result, Turn } from '../turn.ts'

type Answerable = Entry<'review'> | Entry<'signoff'>
type Found<E extends Answerable> = Readonly<{ hand: CaseInHand; file: Entry<'file'>; entry: E }>
type Wanted<E extends Answerable> = Readonly<{
  kind: E['kind']
  of: (entries: readonly Entry[]) => readonly E[]
  /** may he know of it? */
  may: (entry: E) => boolean
  /** is it his to answer? */
  own: (entry: E) => boolean
}>

export const REVIEW = { kind: 'review', of: (entries: readonly Entry[]) => ofKind(entries, 'review') } as const
export const SIGNOFF = { kind: 'signoff', of: (entries: readonly Entry[]) => ofKind(entries, 'signoff') } as const

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
export async function findOpen<E extends Answerable>(
  turn: Turn,
  ref: CaseRef | null,
  wanted: Wanted<E>,
): Promise<Readonly<{ ok: true; found: Found<E> }> | Readonly<{ ok: false; result: Result }>> {
  const all = (await meant(turn, ref, wanted)).filter(wanted.may)
  const open = all.filter(({ state }) => state === 'open')
  const own = open.filter(wanted.own)
  const fit = own.length > 0 ? own : open.length > 0 ? open : all.slice(0, 1)
  const [entry, ...others] = fit
  const isReview = wanted.kind === 'review'
  const none = { ok: false, result: refusal(isReview ? 'review-none' : 'signoff-nothing', null) } as const
  if (!entry) return none
  const choices = fit.slice(0, 5).map(({ no }) => no)
  if (others.length > 0)
    return { ok: false, result: refusal(isReview ? 'review-which' : 'signoff-which', null, choices) }
  const found = await inBook(turn.ctx, entry, wanted)
  return found ? { ok: true, found } : none
}

/** An entry of this part with its case and its file, as they are now. */
export async function inBook<E extends Answerable>(
  ctx: Context,
  entry: E,
  { of }: Pick<Wanted<E>, 'of'>,
): Promise<Found<E> | null> {
  const [task, known] = await Promise.all([
    entry.taskId === null ? null : ctx.store.task(entry.taskId),
    ctx.store.entry(entry.data.file),
  ])
  if (!task || known?.kind !== 'file') return null
  const hand = await fileInHand({ ctx }, task, known)
  const here = hand.entries ?? []
  const file = ofKind(here, 'file').find(({ id }) => id === known.id) ?? known
  return { hand, file, entry: of(here).find(({ id }) => id === entry.id) ?? entry }
}

export const asReview = ({ hand, file, entry }: Found<Entry<'review'>>): InReview => ({ hand, file, review: entry })

async function meant<E extends Answerable>(
  turn: Turn,
  ref: CaseRef | null,
  { kind, of, own }: Wanted<E>,
): Promise<readonly E[]> {
  const { store } = turn.ctx
  const kinds = [kind]
  if (ref === null) return of(await store.entries({ kinds, states: ['open'], limit: MOST })).filter(own)
  if ('seq' in ref) return numbered(turn.ctx, of(await store.entries({ kinds, limit: MOST })), ref.seq)
  const task = 'caseNo' in ref ? await store.taskByCaseNo(ref.caseNo) : null
  if (task) return of(await store.entriesOf(task.id)).toReversed()
  const entry = 'entryNo' in ref ? await store.entryByNo(ref.entryNo) : null
  if (!entry || entry.kind === kind) return entry ? of([entry]) : []
  // a number of another part means the same case
  return entry.taskId === null ? [] : of(await store.entriesOf(entry.taskId)).toReversed()
}

/** A short number is that of the case, as everywhere; else its own. */
async function numbered<E extends Answerable>({ store }: Context, entries: readonly E[], seq: number) {
  const ids = new Set((await store.tasksBySeq(seq, 200)).map(({ id }) => id))
  const byCase = entries.filter(({ taskId }) => taskId !== null && ids.has(taskId))
  return byCase.length > 0 ? byCase : entries.filter((entry) => entry.seq === seq)
}
