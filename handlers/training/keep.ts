import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Entry } from '../../domain/book/entry.ts'
import type { PermitEntry } from '../../domain/flow/permitFacts.ts'
import type { Task } from '../../domain/task.ts'
import { ofKind } from '../../domain/book/entry.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { mayRead } from '../../domain/people/audience.ts'
import { isBarred } from '../../domain/people/barred.ts'
import { decides, draftKnowledge, knowledgeSaid, maySay, type Proposal } from '../../domain/training/knowledge.ts'
import { isOpenToAll } from '../../domain/training/lived.ts'
import { ofPermit, ofRuling, ofWords } from '../../domain/training/propose.ts'
import { refusal } from '../acts.ts'
import { findEntry, newNumber } from '../entries.ts'
import type { Result, Turn } from '../turn.ts'
import { clerkOf, isGroup, newCardId, type Clerk } from './book.ts'

/** 存知识 n: from the answer about a permit, or from what the command room ruled on a case. */
export async function onKeep(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  if (isGroup(turn)) return refusal('study-alone', null)
  if (ref === null) return refusal('knowledge-how', null)
  const [permit, task] = await Promise.all([permitMeant(turn, clerk, ref, rest), caseMeant(turn, clerk, ref)])
  if (permit && task) return refusal('knowledge-which', null, [permit.no, task.caseNo])
  const proposal = permit ? await fromPermit(turn, clerk, permit) : task ? await fromCase(turn, clerk, task) : null
  if (proposal === null) return refusal('knowledge-none', null)
  if (typeof proposal === 'string') return refusal(proposal, null)
  return (await isKept(turn, clerk, proposal)) ? refusal('knowledge-kept', null) : propose(turn, clerk, proposal)
}

/** A number alone may be that of a question and that of a case. */
async function permitMeant(turn: Turn, clerk: Clerk, ref: CaseRef, rest: string): Promise<PermitEntry | null> {
  if ('caseNo' in ref) return null
  const { person, town } = clerk
  const may = ({ town: code, data }: PermitEntry) =>
    code === town.code && (data.by === person.userid || data.of === person.station || decides(person))
  const found = await findEntry(turn, { kinds: ['permit'], states: ['answered'], may }, ref, rest)
  // findEntry falls back to the case the number may mean
  if (!found.ok || ('seq' in ref && found.entry.seq !== ref.seq)) return null
  return found.entry
}

async function caseMeant({ ctx }: Turn, { person, town }: Clerk, ref: CaseRef): Promise<Task | null> {
  if ('entryNo' in ref) return null
  const found = 'caseNo' in ref ? [await ctx.store.taskByCaseNo(ref.caseNo)] : await ctx.store.tasksBySeq(ref.seq, 50)
  const may = (task: Task) => task.town === town.code && mayRead(task, town, person.userid)
  const own = found.flatMap((task) => (task && may(task) ? task : []))
  const ruled = await Promise.all(own.map(async (task) => ({ task, timeline: await ctx.store.timeline(task.id) })))
  return ruled.find(({ timeline }) => timeline.some(({ type }) => type === 'ruled'))?.task ?? own[0] ?? null
}

async function fromPermit({ ctx, speaker }: Turn, { town }: Clerk, permit: PermitEntry) {
  if (permit.state !== 'answered') return 'knowledge-unanswered'
  const task = permit.taskId === null ? null : await ctx.store.task(permit.taskId)
  if (task && isBarred(task, town, speaker.userid)) return 'knowledge-none'
  return task && !isOpenToAll(task, town) ? 'knowledge-private' : ofPermit(permit, town)
}

async function fromCase({ ctx }: Turn, { town }: Clerk, task: Task) {
  if (!isOpenToAll(task, town)) return 'knowledge-private'
  return ofRuling(task, await ctx.store.timeline(task.id), town) ?? 'knowledge-no-ruling'
}

async function isKept({ ctx }: Turn, { town }: Clerk, { source }: Proposal): Promise<boolean> {
  if (source === null) return false
  const query = { town: town.code, kinds: ['knowledge'], states: ['proposed', 'approved'], limit: 500 } as const
  return ofKind(await ctx.store.entries(query), 'knowledge').some(({ data }) => data.source === source)
}

/** The draft is shown to its writer before anybody else; what he writes next is 确认 or his own words. */
async function propose(turn: Turn, { person, town }: Clerk, proposal: Proposal): Promise<Result> {
  const number = await newNumber(turn, town.code, 'knowledge')
  const { decision, entry } = draftKnowledge(proposal, person.userid, number, town, turn.world)
  return { note: `drafted ${entry.no}`, decision, ...shownDraft(turn, entry, { person, town }) }
}

export const shownDraft = (
  turn: Turn,
  entry: Entry<'knowledge'>,
  { town }: Clerk,
): Pick<Result, 'answers' | 'ask'> => ({
  answers: [knowledgeSaid(entry, newCardId(turn, entry), 'writer', town)],
  ask: { asks: 'words', verb: 'knowledge-text', no: entry.no, lead: '' },
})

/** 知识 问题 答案, by who may say what he knows. */
export async function addFree(
  turn: Turn,
  clerk: Clerk,
  pair: Readonly<{ question: string; answer: string }>,
): Promise<Result> {
  if (!maySay(clerk.person)) return refusal('knowledge-who', null)
  if (isGroup(turn)) return refusal('study-alone', null)
  return propose(turn, clerk, ofWords(pair, clerk.town, dayOf(turn.world.now)))
}
