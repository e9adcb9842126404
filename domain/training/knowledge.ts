import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { Decision } from '../decision.ts'
import type { Person, Town } from '../town.ts'
import type { World } from '../world.ts'
import type { Knowledge } from './kinds.ts'
import type { KnowledgeSaid, TrainingRefusal } from './said.ts'
import { arm, atDesk, decided, put, say, type Desk } from '../book/desk.ts'
import { addDays, dayOf, instant } from '../calendar/zone.ts'
import { nameOf } from '../people/directory.ts'
import { commandRoom } from '../people/recipients.ts'
import { listed, maskBut } from '../privacy/mask.ts'
import { HIDDEN } from '../privacy/wording-mask.ts'
import { DRAFT_DAYS, LONGEST_ANSWER, LONGEST_QUESTION, PROPOSAL_DAYS, REMIND_DAYS } from './limits.ts'
import { NAME_BEFORE_NUMBER } from './wording-knowledge.ts'
import { lot } from '../text/lot.ts'

export type KnowledgeEntry = Entry<'knowledge'>
export type Proposal = Pick<Knowledge, 'from' | 'source' | 'question' | 'answer' | 'item' | 'unit' | 'found'>
export type KnowledgeDone =
  | Readonly<{ ok: true; decision: Decision; entry: KnowledgeEntry }>
  | Readonly<{ ok: false; reason: TrainingRefusal }>

/** The kind of the timer of what is not decided yet. */
export const KNOWLEDGE = 'knowledge'

/** May he approve what others propose, and keep his own without asking anybody? */
export const decides = ({ roles }: Person): boolean => roles.includes('dispatcher') || roles.includes('admin')
/** May he write down what he knows, without a permit or a ruling? */
export const maySay = (person: Person): boolean => decides(person) || person.roles.includes('head')

/** Whoever wrote it: numbers, names and addresses of people are not kept. */
export function cleaned({ question, answer }: Pick<Knowledge, 'question' | 'answer'>, town: Town) {
  const hide = (text: string, most: number) => {
    const masked = maskBut(text.trim(), listed(town)).replace(NAME_BEFORE_NUMBER, HIDDEN.name)
    return [...masked].slice(0, most).join('')
  }
  return { question: hide(question, LONGEST_QUESTION), answer: hide(answer, LONGEST_ANSWER) }
}

/** A draft, for its writer to read and to confirm. */
export function draftKnowledge(proposal: Proposal, by: string, number: EntryNumber, town: Town, world: World) {
  const desk = atDesk(world, town)
  const data: Knowledge = { ...proposal, ...cleaned(proposal, town), by, decidedBy: null, why: null }
  const entry: KnowledgeEntry = newEntry({ world, town }, 'knowledge', number, { state: 'draft', owner: by, data })
  put(desk, entry, 'knowledge-drafted', by, { from: data.from, source: data.source })
  arm(desk, entry, KNOWLEDGE, inDays(DRAFT_DAYS, world))
  return { decision: decided(desk), entry }
}

/** Its writer says it in other words. */
export function rewrite(
  before: KnowledgeEntry,
  said: Pick<Knowledge, 'question' | 'answer'>,
  town: Town,
  world: World,
) {
  const desk = atDesk(world, town)
  const entry = { ...before, data: { ...before.data, ...cleaned(said, town) } }
  put(desk, entry, 'knowledge-rewritten', before.data.by)
  arm(desk, entry, KNOWLEDGE, inDays(DRAFT_DAYS, world))
  return { decision: decided(desk), entry }
}

/** He read it and means it: the command room decides, unless he is of it. */
export function confirm(before: KnowledgeEntry, person: Person, town: Town, world: World): KnowledgeDone {
  if (before.data.by !== person.userid) return { ok: false, reason: 'knowledge-not-yours' }
  if (before.state !== 'draft') return { ok: false, reason: 'knowledge-decided' }
  const desk = atDesk(world, town)
  const own = decides(person)
  const data = { ...before.data, decidedBy: own ? person.userid : null }
  const entry: KnowledgeEntry = { ...before, state: own ? 'approved' : 'proposed', owner: null, data }
  put(desk, entry, own ? 'knowledge-approved' : 'knowledge-proposed', person.userid)
  arm(desk, entry, KNOWLEDGE, own ? null : inDays(REMIND_DAYS, world))
  if (!own) tellRoom(desk, entry, 1)
  return { ok: true, decision: decided(desk), entry }
}

export function drop(before: KnowledgeEntry, person: Person, town: Town, world: World): KnowledgeDone {
  if (before.data.by !== person.userid) return { ok: false, reason: 'knowledge-not-yours' }
  if (before.state !== 'draft') return { ok: false, reason: 'knowledge-decided' }
  const desk = atDesk(world, town)
  return {
    ok: true,
    entry: ended(desk, before, 'dropped', 'knowledge-dropped', person.userid),
    decision: decided(desk),
  }
}

/** The command room says yes or no; who proposed it hears it. */
export function decideOn(
  before: KnowledgeEntry,
  person: Person,
  yes: boolean,
  why: string | null,
  town: Town,
  world: World,
): KnowledgeDone {
  if (!decides(person)) return { ok: false, reason: 'knowledge-decider' }
  if (before.state !== 'proposed') return { ok: false, reason: 'knowledge-decided' }
  const desk = atDesk(world, town)
  const decidedOn = { ...before, data: { ...before.data, decidedBy: person.userid, why } }
  const event = yes ? 'knowledge-approved' : 'knowledge-refused'
  const entry = ended(desk, decidedOn, yes ? 'approved' : 'refused', event, person.userid)
  tellWriter(desk, entry)
  return { ok: true, decision: decided(desk), entry }
}

export function remove(before: KnowledgeEntry, person: Person, town: Town, world: World): KnowledgeDone {
  if (!decides(person)) return { ok: false, reason: 'knowledge-decider' }
  if (before.state !== 'approved') return { ok: false, reason: 'knowledge-none' }
  const desk = atDesk(world, town)
  return {
    ok: true,
    entry: ended(desk, before, 'deleted', 'knowledge-deleted', person.userid),
    decision: decided(desk),
  }
}

/** A draft goes by in silence; a proposal is spoken of once more, and then goes by, and its writer is told. */
export function knowledgeDue(before: KnowledgeEntry, step: number, town: Town, world: World): Decision {
  const desk = atDesk(world, town)
  if (before.state === 'proposed' && step === 0) {
    tellRoom(desk, before, 2)
    arm(desk, before, KNOWLEDGE, inDays(PROPOSAL_DAYS - REMIND_DAYS, world), 1)
    return decided(desk)
  }
  if (before.state === 'draft') ended(desk, before, 'dropped', 'knowledge-dropped', 'system')
  else if (before.state === 'proposed') tellWriter(desk, ended(desk, before, 'dropped', 'knowledge-dropped', 'system'))
  else arm(desk, before, KNOWLEDGE, null)
  return decided(desk)
}

function ended(desk: Desk, before: KnowledgeEntry, state: KnowledgeEntry['state'], event: string, by: string) {
  const entry: KnowledgeEntry = { ...before, state, owner: null }
  put(desk, entry, event, by)
  arm(desk, entry, KNOWLEDGE, null)
  return entry
}

function tellRoom(desk: Desk, entry: KnowledgeEntry, n: number): void {
  for (const [i, address] of commandRoom(desk.town).entries())
    say(desk, 'dispatch', entry, address, knowledgeSaid(entry, `${entry.no}_r${n}${i}`, 'room', desk.town))
}

function tellWriter(desk: Desk, entry: KnowledgeEntry): void {
  const to = { kind: 'person', userid: entry.data.by } as const
  say(desk, 'replies', entry, { to, fallback: null }, knowledgeSaid(entry, `${entry.no}_n`, 'news', desk.town))
}

/** In the morning, when people work. */
const inDays = (days: number, { now }: World): Date => instant(addDays(dayOf(now), days), 9 * 60)

export function knowledgeSaid(
  { no, state, data }: KnowledgeEntry,
  cardId: string,
  view: KnowledgeSaid['view'],
  town: Town,
): KnowledgeSaid {
  const { question, answer, why } = data
  const [by, decidedBy] = [nameOf(town, data.by) ?? '', nameOf(town, data.decidedBy)]
  return { kind: 'knowledge', no, cardId, question, answer, seal: sealOf(data), state, view, by, decidedBy, why }
}

/** Stands for these very words. */
export const sealOf = ({ question, answer }: Pick<Knowledge, 'question' | 'answer'>): string =>
  lot(`${question}|${answer}`).toString(36)
