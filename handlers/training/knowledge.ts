import type { Context, TimerRow } from '../../context.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Decision } from '../../domain/decision.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import type { World } from '../../domain/world.ts'
import { isKind } from '../../domain/book/entry.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { findTown } from '../../domain/people/directory.ts'
import {
  confirm,
  decideOn,
  decides,
  drop,
  knowledgeDue,
  knowledgeSaid,
  maySay,
  remove,
  rewrite,
  sealOf,
  type KnowledgeDone,
  type KnowledgeEntry,
} from '../../domain/training/knowledge.ts'
import type { KnowledgeSaid } from '../../domain/training/said.ts'
import { knowledgeFor } from '../../domain/training/found.ts'
import { pairIn, spacedPairIn } from '../../domain/training/propose.ts'
import { NOT_SURE, SURE } from '../../domain/training/wording-knowledge.ts'
import { refusal } from '../acts.ts'
import { findEntry } from '../entries.ts'
import { homeTown } from '../open.ts'
import { isTap, answer, type Result, type Turn } from '../turn.ts'
import { approved, clerkOf, newCardId, openToAll, withCard, type Clerk } from './book.ts'
import { addFree, shownDraft } from './keep.ts'

const MOST_FOUND = 5
const MOST_BELOW = 2

/** 知识 关键词 looks for it; 知识 问题？答案 writes it down. */
export async function onKnowledge(turn: Turn, _ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  if (rest.trim() === '') return refusal('knowledge-how', null)
  const pair = pairIn(rest)
  if (pair) return addFree(turn, clerk, pair)
  const found = await knownAbout(turn, clerk, rest, MOST_FOUND)
  const spaced = found.length === 0 && maySay(clerk.person) ? spacedPairIn(rest) : null
  if (spaced) return addFree(turn, clerk, spaced)
  return answer('knowledge', foundSaid(rest, found, false, maySay(clerk.person)))
}

async function knownAbout(turn: Turn, { town }: Pick<Clerk, 'town'>, words: string, most: number) {
  const day = dayOf(turn.world.now)
  const found = knowledgeFor(words, await approved(turn.ctx, town), town, day)
  return (await openToAll(turn.ctx, town, found.slice(0, most * 2))).slice(0, most)
}

function foundSaid(asked: string, found: readonly KnowledgeEntry[], below: boolean, mayAdd: boolean): NoticeBody {
  const items = found.map(({ no, data: { question, answer: said } }) => ({ no, question, answer: said }))
  return { kind: 'knowledge-found', asked: [...asked].slice(0, 40).join(''), items, below, mayAdd }
}

/** What the township knows about it, below what its list says: for its own people. */
export async function knownBelow(turn: Turn, asked: string): Promise<NoticeBody[]> {
  if (!turn.speaker.person || asked === '') return []
  const found = await knownAbout(turn, { town: homeTown(turn.world, turn.speaker.town) }, asked, MOST_BELOW)
  return found.length === 0 ? [] : [foundSaid(asked, found, true, false)]
}

/** 确认, 不存, or the text in other words: what its writer says to a draft. */
export async function onKnowledgeText(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  const found = await knowledgeMeant(turn, clerk, ['draft'], ref, rest)
  if ('note' in found) return found
  const { entry, words } = found
  if (entry.data.by !== clerk.person.userid) return refusal('knowledge-not-yours', null)
  if (entry.state !== 'draft') return refusal('knowledge-decided', null)
  if (SURE.test(words))
    return settled(turn, clerk, entry, confirm(entry, clerk.person, clerk.town, turn.world), 'writer')
  if (NOT_SURE.test(words))
    return settled(turn, clerk, entry, drop(entry, clerk.person, clerk.town, turn.world), 'writer')
  if (words.trim() === '') return { note: 'draft shown again', ...shownDraft(turn, entry, clerk) }
  const said = pairIn(words) ?? { question: entry.data.question, answer: words }
  const done = rewrite(entry, said, clerk.town, turn.world)
  return { note: `rewrote ${entry.no}`, decision: done.decision, ...shownDraft(turn, done.entry, clerk) }
}

type Act = (entry: KnowledgeEntry, clerk: Clerk, words: string, world: World) => KnowledgeDone

function onEntry(states: readonly KnowledgeEntry['state'][], view: KnowledgeSaid['view'], act: Act) {
  return async (turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> => {
    const clerk = clerkOf(turn)
    if (!clerk) return refusal('not-staff', null)
    const found = await knowledgeMeant(turn, clerk, states, ref, rest)
    if ('note' in found) return found
    return settled(turn, clerk, found.entry, act(found.entry, clerk, found.words, turn.world), view)
  }
}

const confirmed = onEntry(['draft'], 'writer', (entry, { person, town }, _words, world) =>
  confirm(entry, person, town, world),
)

/** A card of words that were said otherwise since confirms nothing: the draft is shown as it is now. */
export async function onConfirm(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  const found = isTap(turn) && clerk ? await knowledgeMeant(turn, clerk, ['draft'], ref, rest) : null
  if (!clerk || !found || 'note' in found || found.entry.state !== 'draft' || rest === sealOf(found.entry.data))
    return confirmed(turn, ref, rest)
  return { note: 'a card of earlier words', ...shownDraft(turn, found.entry, clerk) }
}
export const onDrop = onEntry(['draft'], 'writer', (entry, { person, town }, _words, world) =>
  drop(entry, person, town, world),
)
export const onApprove = onEntry(['proposed'], 'room', (entry, { person, town }, _words, world) =>
  decideOn(entry, person, true, null, town, world),
)
export const onRefuse = onEntry(['proposed'], 'room', (entry, { person, town }, words, world) =>
  decideOn(entry, person, false, words || null, town, world),
)

/** 删知识 n: nobody reads it from now on. */
export async function onDelete(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  if (!decides(clerk.person)) return refusal('knowledge-decider', null)
  if (ref === null) return refusal('knowledge-how', null)
  const found = await knowledgeMeant(turn, clerk, ['approved'], ref, rest)
  if ('note' in found) return found
  const done = remove(found.entry, clerk.person, clerk.town, turn.world)
  if (!done.ok) return refusal(done.reason, null)
  const { no, data } = done.entry
  return {
    ...answer(`deleted ${no}`, { kind: 'knowledge-gone', no, question: data.question }),
    decision: done.decision,
  }
}

/** The card as it is now; refused, it shows how things stand and the words say why. */
function settled(
  turn: Turn,
  { town }: Clerk,
  before: KnowledgeEntry,
  done: KnowledgeDone,
  view: KnowledgeSaid['view'],
): Result {
  const said = (entry: KnowledgeEntry) => knowledgeSaid(entry, newCardId(turn, entry), view, town)
  if (!done.ok) {
    const refused = refusal(done.reason, null)
    return isTap(turn) && done.reason === 'knowledge-decided' ? { ...refused, card: said(before) } : refused
  }
  const result = { note: `knowledge ${done.entry.no} ${done.entry.state}`, decision: done.decision }
  return { ...withCard(turn, result, said(done.entry)), ...(view === 'writer' ? { ask: null } : {}) }
}

/** To whom a draft does not belong, it does not exist. */
async function knowledgeMeant(
  turn: Turn,
  clerk: Clerk,
  states: readonly KnowledgeEntry['state'][],
  ref: CaseRef | null,
  rest: string,
) {
  const { person, town } = clerk
  const may = ({ town: code, state, data }: KnowledgeEntry) =>
    code === town.code && (data.by === person.userid || (state !== 'draft' && state !== 'dropped' && decides(person)))
  const found = await findEntry(turn, { kinds: ['knowledge'], states, may }, ref, rest)
  if (found.ok) return found
  return found.choices.length > 0 ? refusal('knowledge-which', null, found.choices) : refusal('knowledge-none', null)
}

export async function onKnowledgeTimer(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const entry = await ctx.store.entry(row.subject)
  if (!entry || !isKind(entry, 'knowledge'))
    return { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
  return knowledgeDue(entry, row.step, findTown(world, entry.town), world)
}
