import type { CaseRef } from '../domain/command/parse.ts'
import type { CaseInHand } from '../domain/case/draft.ts'
import type { Decision, NewAttachment, NewReport } from '../domain/decision.ts'
import type { Task } from '../domain/task.ts'
import { apart } from '../domain/case/apart.ts'
import { isUnlikely, merge, mergedFrom } from '../domain/case/merge.ts'
import { unmerge } from '../domain/case/unmerge.ts'
import { whyNot } from '../domain/case/transitions.ts'
import { IS_SURE } from '../domain/command/wording.ts'
import { dangerOf } from '../domain/understand/danger.ts'
import { normalised } from '../domain/duplicate/grams.ts'
import { maskSelf } from '../domain/privacy/mask.ts'
import { pairLesson } from '../domain/triage/lesson.ts'
import { carryOut, factsFor, refusal } from './acts.ts'
import { inHand } from './cases.ts'
import { openFor } from './open.ts'
import { pairTaught } from './taught.ts'
import { actorOf, type Result, type Turn } from './turn.ts'
import { twoCases } from './twoCases.ts'

const SHOWN = 40

/** 合并 n m: the reports of m become reports of n. */
export async function onMerge(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const both = await twoCases(turn, ref, rest)
  if ('note' in both) return both
  const { hand, other } = both
  if (!other) return refusal('merge-how', hand)
  if (isUnlikely(hand, other) && !IS_SURE.test(rest)) return refusal('merge-sure', hand, [other.task.caseNo])
  const atFault = whyNot(other.task, 'merge') ? other : hand
  const result = carryOut(atFault, merge(hand, other, actorOf(turn), turn.world), done(hand, 'merged'))
  if (!result.decision) return result
  const attachments = copied(await turn.ctx.store.attachments(other.task.id), hand.task, other.task)
  const lessons = await pairTaught(turn, hand.task, other.task, true)
  return { ...result, decision: { ...result.decision, attachments, lessons } }
}

/** 拆分 n m undoes a merge; 拆分 n 文字 makes a case of its own of the joined report with these words. */
export async function onSplit(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const both = await twoCases(turn, ref, rest)
  if ('note' in both) return both
  const { hand, other } = both
  if (other) return undo(turn, hand, other)
  return splitReport(turn, hand, rest)
}

/** What was merged into a case that was itself merged is taken apart from outside to inside. */
async function undo(turn: Turn, hand: CaseInHand, other: CaseInHand): Promise<Result> {
  const into = other.task.mergedInto
  const inner = into === null ? null : await turn.ctx.store.taskByCaseNo(into)
  if (inner?.mergedInto) return refusal('split-first', other, [inner.mergedInto, inner.caseNo])
  const reports = await turn.ctx.store.reports(hand.task.id)
  const outcome = unmerge(hand, other, reports, actorOf(turn), turn.world)
  const result = carryOut(other, outcome, done(other, 'split'))
  if (!result.decision) return result
  return { ...result, decision: { ...result.decision, lessons: await pairTaught(turn, hand.task, other.task, false) } }
}

const done = (hand: CaseInHand, step: 'merged' | 'split') => (task: Task) =>
  ({ kind: 'done', facts: factsFor(hand, task), step, files: 0 }) as const

/** Pictures are evidence of both: they stay where they are, and are seen in the other case too. */
function copied(files: readonly NewAttachment[], into: Task, from: Task): NewAttachment[] {
  return files
    .filter(({ sha256 }) => sha256)
    .map((file) => ({ ...file, id: `${from.caseNo}/${file.id}`, taskId: into.id }))
}

async function splitReport(turn: Turn, hand: CaseInHand, words: string): Promise<Result> {
  const [first, ...others] = await turn.ctx.store.reports(hand.task.id)
  const joined = others.filter(({ userid }) => userid !== first?.userid)
  const said = normalised(words)
  const meant = joined.filter(({ text }) => said !== '' && normalised(text).includes(said))
  const [report] = meant
  if (!report || meant.some(({ userid }) => userid !== report.userid))
    return refusal(
      'split-how',
      hand,
      (meant.length > 0 ? meant : joined).map(({ text }) => maskSelf(text).slice(0, SHOWN)),
    )
  const origin = mergedFrom(report)
  const other = origin === null ? null : await turn.ctx.store.taskByCaseNo(origin)
  if (!other) return openApart(turn, hand, report)
  return undo(turn, hand, await inHand(turn.ctx, other))
}

async function openApart(turn: Turn, hand: CaseInHand, report: NewReport): Promise<Result> {
  const { world, ctx } = turn
  const { text, userid, chat } = report
  const opened = await openFor(ctx.store, world, {
    town: hand.town,
    place: hand.task.place,
    text,
    reporter: { userid, chat },
    shield: hand.task.shield,
    emergency: dangerOf(text, hand.town) !== null,
    reply: null,
    attachments: [],
  })
  const decision: Decision = apart(hand, report, opened, turn.speaker.userid, world)
  if (!decision.task) return refusal('split-how', hand)
  const lessons = [pairLesson(hand.task, decision.task, false, turn.speaker.userid, world)]
  return {
    note: `case ${decision.task.caseNo}`,
    decision: { ...decision, lessons },
    answers: [done(hand, 'split')(decision.task)],
  }
}
