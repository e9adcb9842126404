import type { CaseInHand } from '../../domain/case/draft.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Entry, Kind } from '../../domain/book/entry.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import type { Town } from '../../domain/town.ts'
import { isBarred } from '../../domain/people/barred.ts'
import { findTown } from '../../domain/people/directory.ts'
import { refusal } from '../acts.ts'
import { inHand, maySpeakOf } from '../cases.ts'
import { findEntry } from '../entries.ts'
import type { Result, Turn } from '../turn.ts'

/** What an order is about, with its case where it has one. */
export type Got<K extends Kind> = Readonly<{ entry: Entry<K>; hand: CaseInHand | null; town: Town; words: string }>

type Wanted<K extends Kind> = Readonly<{
  kind: K
  /** of these states, where no number says which */
  states: readonly string[]
  /** whose it is, where no number says which */
  mine: (entry: Entry<K>) => boolean
  none: RefusalReason
}>

/** Finds it, for somebody of its township whom its case does not accuse; to anyone else it does not exist. */
export async function find<K extends Kind>(
  turn: Turn,
  { kind, states, mine, none }: Wanted<K>,
  ref: CaseRef | null,
  rest: string,
): Promise<Readonly<{ got: Got<K> }> | Result> {
  const { person, town, userid } = turn.speaker
  if (!person || !town) return refusal('not-staff', null)
  const may = (entry: Entry<K>) => entry.town === town.code && (ref !== null || mine(entry))
  const found = await findEntry(turn, { kinds: [kind], states, may }, ref, rest)
  if (!found.ok) return found.choices.length > 0 ? refusal('which-entry', null, found.choices) : refusal(none, null)
  const { entry, words } = found
  const hand = await handOf(turn, entry)
  if (hand && isBarred(hand.task, hand.town, userid)) return refusal(none, null)
  // a unit that is asked for help knows what it was told, though it may not read the whole case
  if (hand && !mine(entry) && !maySpeakOf(turn, hand.task)) return refusal(none, null)
  return { got: { entry, hand, town: findTown(turn.world, entry.town), words } }
}

export async function handOf({ ctx }: Turn, { taskId }: Pick<Entry, 'taskId'>): Promise<CaseInHand | null> {
  const task = taskId === null ? null : await ctx.store.task(taskId)
  return task && inHand(ctx, task)
}

/** A card that is said as an answer. */
export const cardIdFor = ({ row }: Turn, no: string): string => `${no}_${row.id}`

/** Asks for the words an order lacked: the next message of this person is the answer. */
export function askWords(
  verb: string,
  no: string,
  wants: 'cannot' | 'result' | 'reason' | 'refusal',
  lead = '',
): Result {
  return {
    note: `asked for ${wants}`,
    answers: [{ kind: 'joint-ask', no, wants }],
    ask: { asks: 'words', verb, no, lead },
  }
}
