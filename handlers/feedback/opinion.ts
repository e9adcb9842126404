import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Entry } from '../../domain/book/entry.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { OpinionSaid } from '../../domain/feedback/said.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import { factsOf } from '../../domain/case/facts.ts'
import {
  accept,
  again,
  mayNotAskAgain,
  mayNotRectify,
  mayNotSupervise,
  rectify,
  supervise,
} from '../../domain/feedback/opinion.ts'
import { opinionSaid } from '../../domain/feedback/opinionTold.ts'
import { hasRole, stationOf } from '../../domain/feedback/parties.ts'
import { isBarred } from '../../domain/people/barred.ts'
import { factsFor, notFound, refusal, withFiles } from '../acts.ts'
import { findCase } from '../cases.ts'
import { newNumber } from '../entries.ts'
import { mayBeSaid } from '../here.ts'
import { isTap, actorOf, type Result, type Turn } from '../turn.ts'
import { entryInHand, type InHand } from './find.ts'
import { newCardId, refusedWith, withCard, written } from './shown.ts'

type Found = InHand<'opinion'>
type Verb = 'supervise' | 'rectify' | 'rectify-again'

/** Fewer characters say nothing that could be put right. */
const LEAST = 4

/** 监督 n 意见: n is a case, or the file that came of it. */
export async function onSupervise(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  if (!turn.speaker.person) return refusal('not-staff', null)
  if (ref === null) return refusal('opinion-how', null)
  const found = await findCase(turn, ref, async () => [])
  if (!found.ok) return notFound(found)
  const { hand } = found
  if (!mayBeSaid(turn, hand.task)) return refusal('ask-alone', null)
  const refused = mayNotSupervise(hand, actorOf(turn))
  if (refused) return refusal(refused, hand)
  if ([...rest].length < LEAST) return askWords(hand, 'supervise', hand.task.caseNo)
  const about = 'entryNo' in ref ? ref.entryNo : null
  const number = await newNumber(turn, hand.town.code, 'opinion')
  const outcome = supervise(hand, actorOf(turn), { text: rest, about }, number, turn.world)
  const entry = written(outcome, 'opinion')
  if (!outcome.ok || !entry) return refusal(outcome.ok ? 'opinion-how' : outcome.reason, hand)
  return withFiles(turn, hand, withCard(turn, outcome, `opinion ${entry.no}`, cardOf(turn, hand, entry, 'asked')))
}

/** 整改 n 措施和结果, by the unit. */
export async function onRectify(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await opinionMeant(turn, ref, rest, ['open'])
  if ('note' in found) return found
  const { hand, entry, words } = found
  const refused = mayNotRectify(hand, entry, actorOf(turn))
  if (refused) return refusedAs(turn, found, refused)
  if (words === '') return withFiles(turn, hand, askWords(hand, 'rectify', entry.no))
  const outcome = rectify(hand, entry, actorOf(turn), words, turn.world)
  return withFiles(turn, hand, carried(turn, found, outcome, 'answered'))
}

/** 认可 n, by a supervisor. */
export async function onAccept(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await opinionMeant(turn, ref, rest, ['answered'])
  if ('note' in found) return found
  if (isTap(turn) && rest !== String(found.entry.data.round)) return refusedAs(turn, found, 'opinion-moved')
  return carried(turn, found, accept(found.hand, found.entry, actorOf(turn), turn.world), 'accepted')
}

/** 再改 n 理由, by a supervisor. */
export async function onRectifyAgain(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await opinionMeant(turn, ref, rest, ['answered'])
  if ('note' in found) return found
  const { hand, entry, words } = found
  const refused = mayNotAskAgain(hand, entry, actorOf(turn))
  if (refused) return refusedAs(turn, found, refused)
  if (words === '') return askWords(hand, 'rectify-again', entry.no)
  return carried(turn, found, again(hand, entry, actorOf(turn), words, turn.world), 'again')
}

async function opinionMeant(
  turn: Turn,
  ref: CaseRef | null,
  rest: string,
  states: readonly Entry<'opinion'>['state'][],
): Promise<Found | Result> {
  const { person, userid } = turn.speaker
  if (!person) return refusal('not-staff', null)
  const isOurs = ({ task, town }: CaseInHand, { data }: Entry<'opinion'>) =>
    stationOf(town, userid) === data.unit && !isBarred(task, town, userid)
  const judges = ({ town }: CaseInHand) => hasRole(town, userid, 'supervisor')
  const fits = states.includes('open') ? isOurs : judges
  return entryInHand(turn, { kind: 'opinion', states, none: 'opinion-none', also: isOurs, fits }, ref, rest)
}

function carried(turn: Turn, found: Found, outcome: ReturnType<typeof accept>, news: OpinionSaid['news']): Result {
  if (!outcome.ok) return refusedAs(turn, found, outcome.reason)
  const entry = written(outcome, 'opinion') ?? found.entry
  return withCard(
    turn,
    outcome,
    `opinion ${entry.no} ${news}`,
    cardOf(turn, { ...found.hand, task: outcome.task }, entry, news),
  )
}

/** A card that is behind shows how it stands. */
const refusedAs = (turn: Turn, { hand, entry }: Found, reason: RefusalReason): Result =>
  refusedWith(turn, reason, hand, cardOf(turn, hand, entry, NEWS[entry.state]))

const NEWS = { open: 'asked', answered: 'answered', accepted: 'accepted' } as const

function cardOf(turn: Turn, hand: CaseInHand, entry: Entry<'opinion'>, news: OpinionSaid['news']): OpinionSaid {
  const { town, task } = hand
  const { userid } = turn.speaker
  const judges = hasRole(town, userid, 'supervisor')
  const reads = stationOf(town, userid) === entry.data.unit ? 'unit' : judges ? 'decides' : 'others'
  return opinionSaid(entry, factsOf(task, town), town, newCardId(turn, entry), { for: reads, news })
}

/** The next words of this person are what the order lacked. */
function askWords(hand: CaseInHand, verb: Verb, no: string): Result {
  const body = { kind: 'feedback-words', facts: factsFor(hand, hand.task), wants: verb } as const
  return { note: `asked for the words of ${verb}`, answers: [body], ask: { asks: 'words', verb, no, lead: '' } }
}
