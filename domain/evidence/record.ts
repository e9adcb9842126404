import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import { isKind, ofKind } from '../book/entry.ts'
import { dayOf } from '../calendar/zone.ts'
import { begin, decide, enter, factsNow, record, tell, type CaseInHand, type Draft } from '../case/draft.ts'
import { gateBefore } from '../case/gates.ts'
import { refuse, type Actor, type Outcome } from '../case/outcome.ts'
import { whyNot } from '../case/transitions.ts'
import { isBarred } from '../people/barred.ts'
import { RECORD_PARTS, type SiteRecord } from './kinds.ts'
import { seconds } from './licence.ts'
import { LONGEST_PART, MOST_PICTURES } from './limits.ts'
import { contentOf, missingPart, type Parts } from './parts.ts'
import { isOnCase } from './pictures.ts'
import { armRecord } from './recordTimer.ts'
import { cardIdOf, viewOf } from './view.ts'
import { toPerson } from '../people/recipients.ts'
import { mayInvestigate } from '../people/licence.ts'

/** The digest of a text; the domain computes none itself. */
export type Digest = (text: string) => string
/** What an officer adds to a record. */
export type Writing = Readonly<{ parts: Parts; files: readonly string[] }>
export type RecordEntry = Entry<'record'>

export const recordsOf = ({ entries = [] }: CaseInHand): readonly RecordEntry[] => ofKind(entries, 'record')

/** The one this officer is writing or waits for. */
export const draftOf = (hand: CaseInHand, userid: string): RecordEntry | null =>
  recordsOf(hand).findLast(({ state, data }) => state !== 'confirmed' && data.by === userid) ?? null

/** Why this officer may not write a record of the case now, or null. */
export function mayNotRecord(hand: CaseInHand, userid: string, world: World): RefusalReason | null {
  const person = hand.town.people.find((each) => each.userid === userid)
  if (!person || !isOnCase(hand, userid)) return 'record-unit'
  if (isBarred(hand.task, hand.town, userid)) return 'conflict'
  if (!mayInvestigate(person, dayOf(world.now))) return 'record-licence'
  return whyNot(hand.task, 'record') ?? gateBefore(hand, 'record', world)?.reason ?? null
}

/** 笔录 n: begins one; `of` = the confirmed record it adds to, whose place and party it takes over. */
export function beginRecord(
  hand: CaseInHand,
  { userid }: Actor,
  number: EntryNumber,
  of: RecordEntry | null,
  world: World,
): RecordEntry {
  const { task, town } = hand
  const unit = town.people.find((each) => each.userid === userid)?.station ?? ''
  const nothing = { when: null, seen: null, signature: null, second: null, confirmedAt: null }
  const unsealed = { text: null, digest: null }
  const known = { place: of?.data.place ?? null, whom: of?.data.whom ?? null, of: of?.no ?? null }
  const data: SiteRecord = {
    caseNo: task.caseNo,
    unit,
    by: userid,
    ...nothing,
    ...unsealed,
    ...known,
    files: [],
    returned: null,
  }
  return newEntry({ world, town }, 'record', number, { taskId: task.id, state: 'writing', owner: userid, data })
}

/** What was said and sent goes into the record; complete, it goes to the second officer, who has to confirm it. */
export function writeRecord(
  hand: CaseInHand,
  entry: RecordEntry,
  actor: Actor,
  writing: Writing,
  digest: Digest,
  world: World,
): Outcome {
  const data = written(entry.data, writing)
  const reason = mayNotRecord(hand, actor.userid, world) ?? unfit(hand, entry, actor, data, world)
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  const complete = missingPart(data) === null
  const text = complete ? contentOf(entry.no, data, hand.town) : null
  const seal = text === null ? null : digest(text)
  const next: RecordEntry = {
    ...entry,
    state: complete ? 'asked' : 'writing',
    owner: complete ? data.second : data.by,
    data: { ...data, text, digest: seal },
  }
  enter(draft, next)
  if (entry.version === 0) record(draft, 'record-begun', actor.userid, { no: entry.no })
  if (complete && seal !== entry.data.digest) askSecond(draft, next)
  armRecord(draft, next, 0)
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** Another way of saying a part takes its place; pictures are added. */
function written(data: SiteRecord, { parts, files }: Writing): SiteRecord {
  const changed = Object.keys(parts).length > 0 || files.length > 0
  const all = [...data.files, ...files.filter((id) => !data.files.includes(id))]
  return { ...data, ...parts, files: all, returned: changed ? null : data.returned }
}

function unfit(
  hand: CaseInHand,
  entry: RecordEntry,
  { userid }: Actor,
  data: SiteRecord,
  world: World,
): RefusalReason | null {
  if (entry.data.by !== userid) return 'record-unit'
  if (entry.state === 'confirmed') return 'record-frozen'
  if (RECORD_PARTS.some((part) => [...(data[part] ?? '')].length > LONGEST_PART)) return 'record-long'
  if (data.files.length > MOST_PICTURES) return 'record-long'
  const { second } = data
  const fits = second === null || seconds(hand, userid, dayOf(world.now)).some((each) => each.userid === second)
  return fits ? null : 'record-second'
}

function askSecond(draft: Draft, entry: RecordEntry): void {
  const { second, digest } = entry.data
  if (second === null || digest === null) return
  const view = viewOf(entry, draft.town)
  const to = toPerson(second)
  // a card holds a few lines only: what is confirmed must have been read whole
  tell(draft, 'dispatch', to, { kind: 'record-shown', facts: factsNow(draft), record: view, asks: null, choices: [] })
  const cardId = cardIdOf(entry)
  tell(draft, 'dispatch', to, { kind: 'record-card', facts: factsNow(draft), cardId, record: view, digest })
}

/** The confirmed ones: all others count for nothing. */
export const confirmedRecords = (hand: CaseInHand): readonly RecordEntry[] =>
  recordsOf(hand).filter(({ state }) => state === 'confirmed')

export const isRecord = (entry: Entry): entry is RecordEntry => isKind(entry, 'record')
