import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Entry, EntryNumber } from '../../domain/book/entry.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import { isKind } from '../../domain/book/entry.ts'
import { refusal } from '../acts.ts'
import { inHand, maySpeakOf } from '../cases.ts'
import { findEntry } from '../entries.ts'
import { mayBeSaid } from '../here.ts'
import type { Result, Turn } from '../turn.ts'

type Kinds = 'opinion' | 'exclusion' | 'revisit'

type Wanted<K extends Kinds> = Readonly<{
  kind: K
  /** of these states, where no number says which */
  states: readonly Entry<K>['state'][]
  none: RefusalReason
  /** may he speak of it though he may not of the case? */
  also?: (hand: CaseInHand, entry: Entry<K>) => boolean
  /** without a number only these are meant */
  fits: (hand: CaseInHand, entry: Entry<K>) => boolean
}>

export type InHand<K extends Kinds> = Readonly<{ hand: CaseInHand; entry: Entry<K>; words: string }>

const MOST = 200

/** What an order means, with its case. To whom the case is none of his business, it does not exist. */
export async function entryInHand<K extends Kinds>(
  turn: Turn,
  wanted: Wanted<K>,
  ref: CaseRef | null,
  rest: string,
): Promise<InHand<K> | Result> {
  const { kind, states, none } = wanted
  const found = ref && (await findEntry(turn, { kinds: [kind], states, may: () => true }, ref, rest))
  const meant =
    found === null ? await openOnes(turn, wanted) : found.ok ? [found.entry] : await named(turn, kind, found.choices)
  const all = await Promise.all(meant.map((entry) => heldBy(turn, wanted, entry)))
  const own = all.flatMap((each) => each ?? []).filter(({ hand, entry }) => ref !== null || wanted.fits(hand, entry))
  const [one, ...others] = own
  if (!one) return refusal(none, null)
  if (others.length > 0) return refusal('needs-case', null, own.map(numberOf))
  if (!mayBeSaid(turn, one.hand.task)) return refusal('ask-alone', null)
  return { ...one, words: (found?.ok ? found.words : rest).trim() }
}

const numberOf = ({ entry: { no } }: Readonly<{ entry: EntryNumber }>): string => no

async function openOnes<K extends Kinds>({ ctx, speaker }: Turn, { kind, states }: Wanted<K>): Promise<Entry<K>[]> {
  const own = speaker.town ? { town: speaker.town.code } : {}
  const found = await ctx.store.entries({ ...own, kinds: [kind], states, limit: MOST })
  return found.filter((entry): entry is Entry<K> => isKind(entry, kind))
}

async function named<K extends Kinds>({ ctx }: Turn, kind: K, nos: readonly string[]): Promise<Entry<K>[]> {
  const found = await Promise.all(nos.map((no) => ctx.store.entryByNo(no)))
  return found.filter((entry): entry is Entry<K> => entry !== null && isKind(entry, kind))
}

async function heldBy<K extends Kinds>(turn: Turn, { also }: Wanted<K>, entry: Entry<K>) {
  const hand = await handOf(turn, entry)
  return hand && (maySpeakOf(turn, hand.task) || also?.(hand, entry)) ? { hand, entry } : null
}

export async function handOf(
  { ctx }: Turn,
  { taskId }: Readonly<{ taskId: string | null }>,
): Promise<CaseInHand | null> {
  const task = taskId === null ? null : await ctx.store.task(taskId)
  return task && inHand(ctx, task)
}
