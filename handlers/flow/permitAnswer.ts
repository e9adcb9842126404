import type { CaseRef } from '../../domain/command/parsed.ts'
import { PERMIT_FOUND, type PermitFound } from '../../domain/flow/kinds.ts'
import { answerPermit } from '../../domain/flow/permit.ts'
import { correctedTo, foundIn, isAsked, permitFacts, type PermitEntry } from '../../domain/flow/permitFacts.ts'
import { ADDED } from '../../domain/flow/wording-flow.ts'
import { isBarred } from '../../domain/people/barred.ts'
import type { Town } from '../../domain/town.ts'
import type { Context } from '../../context.ts'
import { refusal } from '../acts.ts'
import { inHand } from '../cases.ts'
import { findEntry } from '../entries.ts'
import type { Result, Turn } from '../turn.ts'
import { clerkOf } from './draft.ts'

const isFound = (word: string): word is PermitFound => PERMIT_FOUND.some((each) => each === word)

/** 答复许可 n 内容, or a button: the first answer counts; who gave it may add words. */
export async function onPermitAnswer(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  const may = (entry: PermitEntry) => isAsked(entry, clerk.person, clerk.town.code)
  const found = await findEntry(turn, { kinds: ['permit'], states: ['asked', 'silent'], may }, ref, rest)
  if (!found.ok) return notFound(found.choices)
  const { entry, words } = found
  const hand = await handOf(turn.ctx, entry)
  if (hand && isBarred(hand.task, hand.town, clerk.person.userid)) return notFound([])
  if (words === '') return refusal('permit-answer-how', null, [entry.no])
  const said = answerOf(words, entry, turn)
  if (!said) return { ...refusal('permit-answered', null, [entry.no]), card: cardOf(entry, clerk) }
  const done = answerPermit(entry, { ...said, by: clerk.person.userid }, hand, clerk.town, turn.world)
  const body = { kind: 'permit-answer', permit: permitFacts(done.entry, clerk.town), mine: true } as const
  const typed = turn.row.content.kind !== 'click'
  return {
    note: `answered ${entry.no}`,
    decision: done.decision,
    answers: typed ? [body] : [],
    card: cardOf(done.entry, clerk),
  }
}

const notFound = (choices: readonly string[]): Result =>
  choices.length > 0 ? refusal('permit-which', null, choices) : refusal('permit-unknown', null)

/** What he answers; null = it is answered, and not for him to change. */
function answerOf(words: string, { state, data }: PermitEntry, { speaker, row }: Turn) {
  const button = row.content.kind === 'click' && isFound(words)
  if (state !== 'answered') return button ? { found: words, words: '' } : { found: foundIn(words), words }
  if (button || data.answeredBy !== speaker.userid) return null
  return {
    found: correctedTo(words) ?? data.found ?? 'said',
    words: [data.answer, words].filter(Boolean).join(ADDED),
  }
}

const cardOf = (entry: PermitEntry, { town }: Readonly<{ town: Town }>) =>
  ({ kind: 'permit-question', permit: permitFacts(entry, town), cardId: '', again: 0 }) as const

/** The case it was asked for. */
export async function handOf(ctx: Context, { taskId }: PermitEntry) {
  const task = taskId === null ? null : await ctx.store.task(taskId)
  return task && inHand(ctx, task)
}
