import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import { dayOf } from '../calendar/zone.ts'
import { begin, decide, enter, factsNow, record, tell, type CaseInHand, type Draft } from '../case/draft.ts'
import { refuse, type Actor, type Outcome } from '../case/outcome.ts'
import type { NewAttachment } from '../decision.ts'
import type { NoticeBody } from '../notice.ts'
import { isBarred } from '../people/barred.ts'
import { recordedIn } from './legal.ts'
import { isOnCase } from './pictures.ts'
import type { RecordEntry } from './record.ts'
import { armRecord, stopRecord } from './recordTimer.ts'
import { textIdOf, viewOf } from './view.ts'
import { toPerson } from '../people/recipients.ts'
import { mayInvestigate } from '../people/licence.ts'

/** A stored file keeps no name but its ending. */
export const TEXT_NAME = '.txt'

/** The text of a record as it was stored. */
export type KeptText = Readonly<{ sha256: string; mime: string; bytes: number }>

/**
 * 确认笔录, by a tap: `seen` = the digest of what stood on the card. From now on the record counts and never changes, and
 * its text is a file of the case like any other: named in the log by its hash, and in every package.
 */
export function confirmRecord(
  hand: CaseInHand,
  entry: RecordEntry,
  actor: Actor,
  seen: string,
  kept: KeptText,
  world: World,
): Outcome {
  const reason = mayNotConfirm(hand, entry, actor, world) ?? (seen === entry.data.digest ? null : 'record-stale')
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  const data = { ...entry.data, confirmedAt: world.now.toISOString() }
  const confirmed: RecordEntry = { ...entry, state: 'confirmed', owner: null, data }
  enter(draft, confirmed)
  const { no } = entry
  const { digest, by, files, of } = data
  record(draft, 'record-confirmed', actor.userid, { no, digest, first: by, files, of })
  draft.attachments.push(fileOf(confirmed, actor.userid, kept, world))
  recordedIn(draft, hand.entries ?? [], confirmed, actor.userid)
  stopRecord(draft, confirmed)
  tellFirst(draft, confirmed, {
    kind: 'record-shown',
    facts: factsNow(draft),
    record: viewOf(confirmed, hand.town),
    asks: null,
    choices: [],
  })
  return { ok: true, decision: decide(draft), task: draft.task }
}

function fileOf({ id, taskId }: RecordEntry, by: string, kept: KeptText, { now }: World): NewAttachment {
  const nothing = { name: TEXT_NAME, fault: null, gps: null, thumb: null }
  return { ...kept, ...nothing, id: textIdOf(id), taskId, by, at: now, source: 'file' }
}

/** 退回笔录: something is wrong in it; the first officer hears what. */
export function returnRecord(hand: CaseInHand, entry: RecordEntry, actor: Actor, why: string, world: World): Outcome {
  const reason = mayNotConfirm(hand, entry, actor, world)
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  const data = { ...entry.data, text: null, digest: null, returned: why }
  const back: RecordEntry = { ...entry, state: 'writing', owner: entry.data.by, data }
  enter(draft, back)
  record(draft, 'record-returned', actor.userid, { no: entry.no })
  armRecord(draft, back, 0)
  tellFirst(draft, back, { kind: 'record-returned', facts: factsNow(draft), record: viewOf(back, hand.town) })
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** 行政处罚法第四十二条: the second officer is another one, of a unit of the case, with a valid licence. */
export function mayNotConfirm(
  hand: CaseInHand,
  { state, data }: RecordEntry,
  { userid }: Actor,
  world: World,
): RefusalReason | null {
  if (state === 'confirmed') return 'record-frozen'
  if (state === 'writing') return 'record-unconfirmed'
  if (data.second !== userid || data.by === userid) return 'record-second-only'
  const person = hand.town.people.find((each) => each.userid === userid)
  if (!person || !isOnCase(hand, userid)) return 'record-unit'
  if (isBarred(hand.task, hand.town, userid)) return 'conflict'
  return mayInvestigate(person, dayOf(world.now)) ? null : 'record-licence'
}

function tellFirst(draft: Draft, { data }: RecordEntry, body: NoticeBody): void {
  tell(draft, 'dispatch', toPerson(data.by), body)
}
