import type { CaseInHand } from '../domain/case/draft.ts'
import type { CaseRef } from '../domain/command/parse.ts'
import type { NewLesson } from '../domain/decision.ts'
import type { Task } from '../domain/task.ts'
import { begin, decide, record } from '../domain/case/draft.ts'
import { commandOnly } from '../domain/case/merge.ts'
import { isCommand } from '../domain/people/directory.ts'
import { isOfPair, pairLesson, takenBack } from '../domain/triage/lesson.ts'
import { factsFor, notFound, refusal } from './acts.ts'
import { findCase } from './cases.ts'
import { actorOf, type Result, type Turn } from './turn.ts'
import { twoCases } from './twoCases.ts'

/** As far back as what was learnt can be taken back. */
const LOOKED_THROUGH = 2_000

/** 不是一件 n m: they look alike and are two; nobody is asked about them again. */
export async function onApart(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const both = await twoCases(turn, ref, rest)
  if ('note' in both) return both
  const { hand, other } = both
  if (!other) return refusal('apart-how', hand)
  if (hand.task.id === other.task.id) return refusal('same-case', hand)
  const reason = commandOnly(hand, other, actorOf(turn))
  if (reason) return refusal(reason, hand)
  const lessons = await pairTaught(turn, hand.task, other.task, false)
  return noted(turn, hand, 'apart', { case: other.task.caseNo }, lessons)
}

/** 别这样猜 n: what was decided on this case is not learnt from any more. */
export async function onUnlearn(turn: Turn, ref: CaseRef | null): Promise<Result> {
  const { person } = turn.speaker
  if (!person) return refusal('not-staff', null)
  if (!isCommand(person)) return refusal('not-command', null)
  const found = await findCase(turn, ref, async () => [], 'needs-case')
  if (!found.ok) return notFound(found)
  const { hand } = found
  const known = await learntIn(turn, hand.task)
  const own = known.filter(({ taskId, otherId }) => [taskId, otherId].includes(hand.task.id))
  if (own.length === 0) return refusal('unlearn-none', hand)
  const lessons = own.map((lesson) => takenBack(lesson, turn.speaker.userid, turn.world))
  return noted(turn, hand, 'unlearnt', { lessons: lessons.length }, lessons)
}

function noted(
  turn: Turn,
  hand: CaseInHand,
  step: 'apart' | 'unlearnt',
  data: Readonly<Record<string, unknown>>,
  lessons: readonly NewLesson[],
): Result {
  const draft = begin(turn.world, hand)
  record(draft, step, turn.speaker.userid, data)
  const said = { kind: 'done', facts: factsFor(hand, draft.task), step, files: 0 } as const
  return { note: step, decision: { ...decide(draft), lessons }, answers: [said] }
}

/** What is learnt of two cases; what was said of them before and says otherwise is taken back. */
export async function pairTaught(turn: Turn, one: Task, other: Task, same: boolean): Promise<readonly NewLesson[]> {
  const { userid } = turn.speaker
  const before = (await learntIn(turn, one)).filter((lesson) => isOfPair(lesson, one, other))
  const wrong = before.filter((lesson) => lesson.same !== same)
  return [pairLesson(one, other, same, userid, turn.world), ...wrong.map((each) => takenBack(each, userid, turn.world))]
}

async function learntIn({ ctx }: Turn, { town }: Task): Promise<readonly NewLesson[]> {
  return (await ctx.store.lessonsIn([town], LOOKED_THROUGH)).filter(({ takenAt }) => takenAt === null)
}
