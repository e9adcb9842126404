import type { CaseRef } from '../../domain/command/parsed.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Outcome } from '../../domain/case/outcome.ts'
import { answeredOnline, askedOnline, called } from '../../domain/feedback/revisit.ts'
import { ASKS_IN_CHAT, resultIn } from '../../domain/feedback/wording-result.ts'
import { hasRole } from '../../domain/feedback/parties.ts'
import { isReporter } from '../../domain/people/audience.ts'
import { factsFor, refusal } from '../acts.ts'
import { isTap, actorOf, type Result, type Turn } from '../turn.ts'
import { whatIsWrong } from '../villager.ts'
import { entryInHand, type InHand } from './find.ts'
import { onRevisits } from './lists.ts'
import { newCardId, written } from './shown.ts'

type Found = InHand<'revisit'>

/** 回访 n 解决|没解决|满意|不满意|打不通 说明, or 在线: he is asked in the chat. */
export async function onRevisit(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const { person, userid } = turn.speaker
  if (!person) return refusal('not-staff', null)
  if (ref === null && rest === '') return onRevisits(turn)
  const fits = ({ town }: CaseInHand) => hasRole(town, userid, 'dispatcher')
  const found = await entryInHand(turn, { kind: 'revisit', states: ['open'], none: 'revisit-none', fits }, ref, rest)
  if ('note' in found) return found
  const { hand, entry, words } = found
  if (ASKS_IN_CHAT.test(words)) return toldCaller(found, askedOnline(hand, entry, actorOf(turn), turn.world), 'asked')
  const said = resultIn(words)
  if (!said) return refusal('revisit-how', hand, [entry.no])
  return toldCaller(found, called(hand, entry, actorOf(turn), said, turn.world))
}

function toldCaller({ hand, entry }: Found, outcome: Outcome, asked?: 'asked'): Result {
  if (!outcome.ok) return refusal(outcome.reason, hand, [entry.no])
  const after = written(outcome, 'revisit') ?? entry
  const what = asked ?? whatOf(hand, outcome, after)
  const body = {
    kind: 'revisited',
    no: after.no,
    facts: factsFor(hand, outcome.task),
    what,
    tries: after.data.tries,
  } as const
  return { note: `revisit ${after.no} ${what}`, decision: outcome.decision, answers: [body] }
}

function whatOf(hand: CaseInHand, outcome: Extract<Outcome, { ok: true }>, { state, data }: Found['entry']) {
  if (outcome.task.reopens > hand.task.reopens) return 'redo'
  if (state === 'open') return 'tried'
  if (state === 'unreached') return 'unreached'
  return data.solved === true && data.satisfied === null ? 'half' : 'done'
}

/** 回访答复 n …: the reporter, in his chat. */
export async function onRevisitSay(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const mine = ({ task }: CaseInHand) => isReporter(task, turn.speaker.userid)
  const found = await entryInHand(
    turn,
    { kind: 'revisit', states: ['open'], none: 'revisit-none', fits: mine },
    ref,
    rest,
  )
  if ('note' in found) return found
  const { hand, entry, words } = found
  if (!mine(hand)) return refusal('revisit-none', null)
  const said = resultIn(words)
  if (!said?.result.reached) return refusal('revisit-how', hand, [entry.no])
  const outcome = answeredOnline(hand, entry, actorOf(turn), said, turn.world)
  return outcome.ok ? thanked(turn, found, outcome, words) : refusal(outcome.reason, hand)
}

function thanked(turn: Turn, { hand, entry }: Found, outcome: Extract<Outcome, { ok: true }>, words: string): Result {
  const facts = factsFor(hand, outcome.task)
  const { satisfied = null, note = null } = written(outcome, 'revisit')?.data ?? {}
  const redone = outcome.task.reopens > hand.task.reopens
  const askWhat = note === null && (redone || satisfied === false)
  const said = redone
    ? ({ kind: 'reopened', facts, askWhat } as const)
    : ({ kind: 'thanks', facts, satisfied, askWhat } as const)
  const ask = redone ? ({ asks: 'supplement', caseNo: hand.task.caseNo } as const) : whatIsWrong(hand)
  const card = { kind: 'revisit-ask', no: entry.no, cardId: newCardId(turn, entry), facts, said: words } as const
  return {
    note: `revisit ${entry.no} answered`,
    decision: outcome.decision,
    answers: [said],
    ...(isTap(turn) ? { card } : {}),
    ...(askWhat ? { ask } : {}),
  }
}
