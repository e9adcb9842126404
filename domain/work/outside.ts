import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { World } from '../world.ts'
import { addDuration } from '../clock/deadline.ts'
import { listed, maskBut } from '../privacy/mask.ts'
import {
  begin,
  change,
  decide,
  enter,
  factsNow,
  record,
  setEntryTimer,
  tellReporters,
  type CaseInHand,
  type Draft,
} from '../case/draft.ts'
import { armQuiet } from '../case/clocks.ts'
import { refuse, type Actor, type Outcome } from '../case/outcome.ts'
import { notLeadOrCommand } from './ask.ts'
import { settled, standing } from './keep.ts'
import type { Contact } from './kinds.ts'
import { askAfter } from './limits.ts'

/** What is kept of an authority that is asked: its number in the book, and whom to ask there. */
export type Kept = Readonly<{ number: EntryNumber; contact: Contact | null }>
type Authority = Readonly<{ name: string; phone: string | null }>

/** An authority outside has to act now: the unit is reminded to ask how it stands. Whom it was asked of before is asked anew. */
export function keepOutside(draft: Draft, { userid }: Actor, to: Authority, { number, contact }: Kept): void {
  const { world, town, task, policy } = draft
  const before = standing(draft, 'outside', 'waiting').filter(({ data }) => data.name === to.name)
  for (const entry of before) settled(draft, { ...entry, state: 'over' })
  const { at } = addDuration(world.now, askAfter(draft), 'work', policy.workHours, world.calendar)
  const known = before.flatMap(({ data }) => data.contact ?? [])[0] ?? null
  const entry: Entry<'outside'> = newEntry({ world, town }, 'outside', number, {
    taskId: task.id,
    state: 'waiting',
    owner: task.lead,
    dueAt: at,
    data: { ...to, contact: contact ?? known, by: userid, lead: task.lead, asked: 0, answer: null },
  })
  enter(draft, entry)
  setEntryTimer(draft, entry, 'outside', at)
}

/** 外单位回复: what it answered; the reporter hears it. */
export function outsideReplied(hand: CaseInHand, actor: Actor, text: string, world: World): Outcome {
  const refused = notLeadOrCommand(hand, actor, 'call-in', world)
  if (refused) return refuse(refused)
  const draft = begin(world, hand)
  const entry = answeredBy(draft, text)
  if (!entry) return refuse('outside-none')
  const said = maskBut(text, listed(draft.town))
  const answer = { at: world.now.toISOString(), by: actor.userid, text: said }
  settled(draft, { ...entry, state: 'answered', data: { ...entry.data, answer } })
  if (draft.task.holder) change(draft, { activeAt: world.now })
  if (draft.task.holder) armQuiet(draft)
  record(draft, 'outside-replied', actor.userid, { no: entry.no, text: `${entry.data.name} ${text}` })
  tellReporters(draft, () => ({
    kind: 'progress',
    facts: factsNow(draft),
    step: 'outside-replied',
    note: `${entry.data.name} ${text}`,
  }))
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** The one the words begin with, else the one that was asked last. */
function answeredBy(draft: Draft, text: string): Entry<'outside'> | null {
  const waiting = standing(draft, 'outside', 'waiting')
  return waiting.find(({ data }) => text.startsWith(data.name)) ?? waiting.at(-1) ?? null
}
