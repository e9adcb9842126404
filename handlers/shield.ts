import type { CaseRef } from '../domain/command/parse.ts'
import type { CaseInHand } from '../domain/case/draft.ts'
import type { Question } from '../domain/decision.ts'
import { OPEN_STAGES, type Shield, type Stage, type Task } from '../domain/task.ts'
import { shieldCase } from '../domain/case/shield.ts'
import { factsOf } from '../domain/case/facts.ts'
import { findTown } from '../domain/people/directory.ts'
import { shieldIn, tellsNothing, wishIn } from '../domain/privacy/shieldIn.ts'
import { SAID_JOIN } from '../domain/triage/wording.ts'
import { CHOICE } from '../domain/understand/wording-choices.ts'
import { carryOut, factsFor, notFound, withFiles } from './acts.ts'
import { askProblem } from './ask.ts'
import { findCase, followed, inHand, LATELY_MS, reported } from './cases.ts'
import { homeTown } from './open.ts'
import { stored } from './stored.ts'
import { pendingQuestion, type Result, type Turn } from './turn.ts'

type Kept = Exclude<Shield, 'none'>
/** A report that is not a case yet. */
type Draft = Extract<Question, { text: string }>

const ALIVE: readonly Stage[] = [...OPEN_STAGES, 'finished']
const LISTED = 5

/** 匿名 n: the units see 群众（匿名）. */
export const onAnonymous = (turn: Turn, ref: CaseRef | null) => keep(turn, 'anonymous', ref, LATELY_MS)
/** 保密 n: nor anything in his words that tells who he is. */
export const onConfidential = (turn: Turn, ref: CaseRef | null) => keep(turn, 'confidential', ref, LATELY_MS)

/** 「别说是我说的」: who says that speaks of what he reported, however long ago; 「不想留名」 may begin something new. */
export const onWish = (turn: Turn, shield: Kept, ref: CaseRef | null) =>
  keep(turn, shield, ref, shield === 'confidential' ? Infinity : LATELY_MS)

/** The report that is being asked about, else the case that is meant, with all that came of the same message. */
async function keep(turn: Turn, shield: Kept, ref: CaseRef | null, within: number): Promise<Result> {
  const question = pendingQuestion(turn)
  if (question && 'text' in question && ref === null) return keepDraft(turn, question, shield)
  const found = await findCase(turn, ref ?? caseAsked(question), () => latest(turn, within))
  if (!found.ok) return found.reason === 'nothing-open' ? nothingLately(turn, shield) : notFound(found)
  const result = withFiles(turn, found.hand, await keepCases(turn, found.hand, shield))
  return onlyWish(question) && result.decision ? { ...result, ask: null } : result
}

/** Said in answer to a question about a case, it is about that case. */
function caseAsked(question: Question | null): CaseRef | null {
  if (question?.asks === 'relay') return question.relays?.[0] ?? null
  return question && 'caseNo' in question ? { caseNo: question.caseNo } : null
}

/** What he wishes who has not yet said what it is about. */
export function onlyWish(question: Question | null): Kept | null {
  return question?.asks === 'problem' && tellsNothing(question.text) ? (wishIn(question.text)?.shield ?? null) : null
}

/** The wish goes with the words of the report; the question about it stays open. */
function keepDraft(turn: Turn, question: Draft, shield: Kept): Result {
  const ask = { ...withWish(question, shield), media: [...question.media, ...stored(turn.files)] }
  const body = { kind: 'shield-noted', shield, asks: ask.asks, choices: ask.choices ?? [] } as const
  return { note: 'shielded a report in the making', ask, answers: [body] }
}

export function withWish<Q extends Draft>(question: Q, shield: Kept): Q {
  const text = question.text ? `${question.text}${SAID_JOIN}${CHOICE[shield]}` : CHOICE[shield]
  return shieldIn(question.text) === shield ? question : { ...question, text }
}

async function keepCases(turn: Turn, hand: CaseInHand, shield: Kept): Promise<Result> {
  const actor = { userid: turn.speaker.userid }
  const others = (await sameMessage(turn, hand.task)).map((other) => shieldCase(other, actor, shield, turn.world))
  const done = others.flatMap((outcome) => (outcome.ok ? [outcome] : []))
  const also = done.map(({ task }) => task.caseNo)
  const result = carryOut(hand, shieldCase(hand, actor, shield, turn.world), (task) => ({
    kind: 'shielded',
    facts: factsFor(hand, task),
    ...(also.length > 0 ? { also } : {}),
  }))
  const { decision } = result
  return decision ? { ...result, decision: { ...decision, more: done.map((outcome) => outcome.decision) } } : result
}

/** His other cases of the message this one was made of, or what they were joined to. */
async function sameMessage(turn: Turn, { id, linked }: Task): Promise<CaseInHand[]> {
  const tasks = await Promise.all(linked.map((caseNo) => turn.ctx.store.taskByCaseNo(caseNo)))
  const now = await Promise.all(tasks.flatMap((task) => (task ? [followed(turn, task)] : [])))
  const own = now.filter((task) => task.id !== id && ALIVE.includes(task.stage) && isOwn(turn, task))
  return Promise.all([...new Map(own.map((task) => [task.id, task])).values()].map((task) => inHand(turn.ctx, task)))
}

const isOwn = ({ speaker }: Turn, { reporters }: Task): boolean =>
  reporters.some(({ userid }) => userid === speaker.userid)

/** What he spoke of last, whoever reported it first. */
async function latest(turn: Turn, within: number): Promise<Task[]> {
  const own = await reported(turn, ALIVE)
  const told = await Promise.all(own.map(async (task) => ({ task, at: await toldAt(turn, task) })))
  const [last] = told.toSorted((a, b) => b.at - a.at)
  return last && turn.world.now.getTime() - last.at <= within ? [last.task] : []
}

async function toldAt({ ctx, speaker }: Turn, task: Task): Promise<number> {
  const reports = await ctx.store.reports(task.id)
  const own = reports.filter(({ userid }) => userid === speaker.userid).map(({ at }) => at.getTime())
  return Math.max(task.createdAt.getTime(), ...own)
}

/** What comes next is kept like this; what was reported before he must name. */
async function nothingLately(turn: Turn, shield: Kept): Promise<Result> {
  const before = await reported(turn, ALIVE)
  const draft = { text: CHOICE[shield], media: stored(turn.files) }
  if (before.length === 0) {
    const asked = askProblem(turn, homeTown(turn.world, turn.speaker.town), draft)
    return { ...asked, answers: [{ kind: 'shield-noted', shield, asks: 'problem', choices: [] }] }
  }
  const items = before.slice(0, LISTED).map((task) => factsOf(task, findTown(turn.world, task.town)))
  return {
    note: 'asked which case to shield',
    answers: [{ kind: 'shield-which', shield, items }],
    ask: { asks: 'problem', ...draft },
  }
}
