import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Entry } from '../../domain/book/entry.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { ExclusionSaid } from '../../domain/feedback/said.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { exclude, exclusionSaid, mayNotExclude, mayNotRule, ruleExclusion } from '../../domain/feedback/exclusion.ts'
import { deciders } from '../../domain/feedback/parties.ts'
import { factsFor, notFound, refusal } from '../acts.ts'
import { findCase, ofMyUnit } from '../cases.ts'
import { newNumber } from '../entries.ts'
import { mayBeSaid } from '../here.ts'
import { actorOf, type Result, type Turn } from '../turn.ts'
import { entryInHand, type InHand } from './find.ts'
import { newCardId, refusedWith, withCard, written } from './shown.ts'

type Found = InHand<'exclusion'>

const LEAST = 4

/** 申请剔除 n 理由, by the head of the unit. */
export async function onExclude(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const found = await findCase(turn, ref, () => ofMyUnit(turn, ['finished', 'closed']), 'nothing-to-do')
  if (!found.ok) return notFound(found)
  const { hand } = found
  if (!mayBeSaid(turn, hand.task)) return refusal('ask-alone', null)
  const refused = mayNotExclude(hand, actorOf(turn))
  if (refused) return refusal(refused, hand)
  if ([...rest].length < LEAST) return askWords(hand, 'exclude', hand.task.caseNo)
  const number = await newNumber(turn, hand.town.code, 'exclusion')
  const outcome = exclude(hand, actorOf(turn), rest, number, turn.world)
  const entry = written(outcome, 'exclusion')
  if (!outcome.ok || !entry) return refusal(outcome.ok ? 'exclude-how' : outcome.reason, hand)
  return withCard(turn, outcome, `exclusion ${entry.no}`, cardOf(turn, hand, entry, 'asked'))
}

/** 同意剔除 n, by a supervisor, or the command room where there is none. */
export async function onExcludeAgree(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await exclusionMeant(turn, ref, rest)
  return 'note' in found ? found : ruled(turn, found, true, found.words || null)
}

/** 不同意剔除 n 理由. */
export async function onExcludeRefuse(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await exclusionMeant(turn, ref, rest)
  if ('note' in found) return found
  const refused = mayNotRule(found.hand, found.entry, actorOf(turn))
  if (refused) return refusedAs(turn, found, refused)
  if (found.words === '') return askWords(found.hand, 'exclude-refuse', found.entry.no)
  return ruled(turn, found, false, found.words)
}

function ruled(turn: Turn, found: Found, agreed: boolean, why: string | null): Result {
  const outcome = ruleExclusion(found.hand, found.entry, actorOf(turn), agreed, why, turn.world)
  if (!outcome.ok) return refusedAs(turn, found, outcome.reason)
  const entry = written(outcome, 'exclusion') ?? found.entry
  return withCard(turn, outcome, `exclusion ${entry.no} ${entry.state}`, cardOf(turn, found.hand, entry, 'decided'))
}

async function exclusionMeant(turn: Turn, ref: CaseRef | null, rest: string): Promise<Found | Result> {
  const { person, userid } = turn.speaker
  if (!person) return refusal('not-staff', null)
  const fits = ({ task, town }: CaseInHand, { data }: Entry<'exclusion'>) =>
    deciders(task, town, data.unit, data.by).includes(userid)
  return entryInHand(turn, { kind: 'exclusion', states: ['asked'], none: 'exclude-none', fits }, ref, rest)
}

const refusedAs = (turn: Turn, { hand, entry }: Found, reason: RefusalReason): Result =>
  refusedWith(turn, reason, hand, cardOf(turn, hand, entry, entry.state === 'asked' ? 'asked' : 'decided'))

function cardOf(turn: Turn, { task, town }: CaseInHand, entry: Entry<'exclusion'>, news: ExclusionSaid['news']) {
  const decides = deciders(task, town, entry.data.unit, entry.data.by).includes(turn.speaker.userid)
  const way = { for: decides ? 'decides' : 'unit', news } as const
  return exclusionSaid(entry, factsOf(task, town), town, newCardId(turn, entry), way)
}

function askWords(hand: CaseInHand, verb: 'exclude' | 'exclude-refuse', no: string): Result {
  const body = { kind: 'feedback-words', facts: factsFor(hand, hand.task), wants: verb } as const
  return { note: `asked for the words of ${verb}`, answers: [body], ask: { asks: 'words', verb, no, lead: '' } }
}
