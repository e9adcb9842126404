import type { CaseRef } from '../../domain/command/parse.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Question } from '../../domain/decision.ts'
import type { RecordPart } from '../../domain/evidence/kinds.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { seconds } from '../../domain/evidence/licence.ts'
import { missingPart, partsIn, type Parts } from '../../domain/evidence/parts.ts'
import { readsEvidence } from '../../domain/evidence/readers.ts'
import {
  beginRecord,
  confirmedRecords,
  draftOf,
  isRecord,
  mayNotRecord,
  recordsOf,
  writeRecord,
  type RecordEntry,
} from '../../domain/evidence/record.ts'
import { viewOf } from '../../domain/evidence/view.ts'
import { leadOf } from '../../domain/evidence/wording-record.ts'
import { notFound, refusal, withFiles } from '../acts.ts'
import { findCase, ofMyUnit } from '../cases.ts'
import { newNumber } from '../entries.ts'
import { stored } from '../stored.ts'
import type { Result, Turn } from '../turn.ts'
import { digest } from './digest.ts'

const STAGES = ['dispatched', 'signed', 'arrived', 'disputed', 'finished'] as const

/** The case an order about a record means; what stands in a record names people, so no group hears of it. */
export async function recordCase(turn: Turn, ref: CaseRef | null): Promise<Readonly<{ hand: CaseInHand }> | Result> {
  if (!turn.speaker.person) return refusal('not-staff', null)
  if (turn.row.chat.type === 'group') return refusal('record-alone', null)
  const found = await findCase(turn, ref, () => ofMyUnit(turn, STAGES), 'nothing-to-do')
  return found.ok ? { hand: found.hand } : notFound(found)
}

/** The record an order names by its own number. */
export const recordNamed = (hand: CaseInHand, ref: CaseRef | null): RecordEntry | null =>
  ref && 'entryNo' in ref ? (recordsOf(hand).find(({ no }) => no === ref.entryNo) ?? null) : null

/** 笔录 n: begins a record, goes on with one's own, or shows how it stands. */
export async function onRecord(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await recordCase(turn, ref)
  if ('note' in found) return found
  const { hand } = found
  const { userid } = turn.speaker
  const named = recordNamed(hand, ref)
  const own = named?.data.by === userid && named.state !== 'confirmed' ? named : draftOf(hand, userid)
  const says = rest !== '' || stored(turn.files).length > 0
  if (named && named !== own) return says ? refusal('record-frozen', hand) : shown(turn, hand, named)
  if (own) return says ? write(turn, hand, own, rest) : goOn(turn, hand, own)
  const latest = recordsOf(hand).at(-1)
  if (latest && !says) return shown(turn, hand, latest)
  if (confirmedRecords(hand).length > 0) return refusal('record-frozen', hand)
  return begin(turn, hand, null, rest)
}

/** 补充笔录 n: what was confirmed never changes; what is to be added is a record of its own. */
export async function onRecordMore(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await recordCase(turn, ref)
  if ('note' in found) return found
  const { hand } = found
  const own = draftOf(hand, turn.speaker.userid)
  if (own) return write(turn, hand, own, rest)
  const named = recordNamed(hand, ref)
  const of = named?.state === 'confirmed' ? named : confirmedRecords(hand).at(-1)
  return of ? begin(turn, hand, of, rest) : refusal('record-none', hand)
}

async function begin(turn: Turn, hand: CaseInHand, of: RecordEntry | null, rest: string): Promise<Result> {
  const actor = { userid: turn.speaker.userid }
  const reason = mayNotRecord(hand, actor.userid, turn.world)
  if (reason) return refusal(reason, hand)
  const number = await newNumber(turn, hand.task.town, 'record')
  return write(turn, hand, beginRecord(hand, actor, number, of, turn.world), rest)
}

/** Writes down what he said and sent, and asks for what is missing. */
function write(turn: Turn, hand: CaseInHand, entry: RecordEntry, rest: string): Result {
  const { userid } = turn.speaker
  const told = partsIn(rest, turn.world.now)
  const names = seconds(hand, userid, dayOf(turn.world.now))
  const meant = names.filter(({ name }) => told.second?.includes(name))
  const [second, ...others] = meant
  const clear = told.second === undefined || (second !== undefined && others.length === 0)
  const writing = { parts: withSecond(told, second?.userid ?? null, clear), files: stored(turn.files) }
  const outcome = writeRecord(hand, entry, { userid }, writing, digest, turn.world)
  const choices = names.map(({ name }) => name)
  if (!outcome.ok) return { ...refusal(outcome.reason, hand, choices), ask: null }
  const next = (outcome.decision.entries ?? []).find(isRecord) ?? entry
  const asks = missingPart(next.data)
  const answers = clear
    ? [shownBody(hand, next, asks, choices)]
    : (refusal('record-second', hand, choices).answers ?? [])
  const result: Result = { note: `record ${entry.no}`, decision: outcome.decision, answers, ask: asking(next, asks) }
  return withFiles(turn, hand, result)
}

function withSecond({ second: _said, ...parts }: Parts, userid: string | null, clear: boolean): Parts {
  return clear && userid !== null ? { ...parts, second: userid } : parts
}

/** The next message of this officer is the answer. */
const asking = ({ no }: RecordEntry, part: RecordPart | null): Question | null =>
  part && { asks: 'words', verb: 'record', no, lead: leadOf(part) }

/** How far his own is, and what is asked for next. */
function goOn(turn: Turn, hand: CaseInHand, entry: RecordEntry): Result {
  const asks = missingPart(entry.data)
  const names = seconds(hand, turn.speaker.userid, dayOf(turn.world.now)).map(({ name }) => name)
  return { note: `showed ${entry.no}`, answers: [shownBody(hand, entry, asks, names)], ask: asking(entry, asks) }
}

function shown(turn: Turn, hand: CaseInHand, entry: RecordEntry): Result {
  if (!readsEvidence(hand, turn.speaker.userid)) return refusal('record-unit', hand)
  return { note: `showed ${entry.no}`, answers: [shownBody(hand, entry, null, [])] }
}

export const shownBody = (
  { task, town }: CaseInHand,
  entry: RecordEntry,
  asks: RecordPart | null,
  choices: readonly string[],
) => ({ kind: 'record-shown', facts: factsOf(task, town), record: viewOf(entry, town), asks, choices }) as const
