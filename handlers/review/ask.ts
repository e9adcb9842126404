import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Entry } from '../../domain/book/entry.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { askSignoff, openSignoff, type SignoffAsked } from '../../domain/review/signoff.ts'
import { refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import { actorOf, type Result, type Turn } from '../turn.ts'

type Found = Readonly<{ hand: CaseInHand; entry: Entry<'file'> }>

const asked = async (turn: Turn, { hand, entry }: Found): Promise<SignoffAsked> =>
  askSignoff(hand, entry, actorOf(turn), await newNumber(turn, hand.town.code, 'signoff'), turn.world)

const askedBody = ({ hand }: Found, { data, dueAt }: Entry<'signoff'>, fresh: boolean) =>
  ({
    kind: 'signoff-asked',
    facts: factsOf(hand.task, hand.town),
    mentor: data.mentor,
    point: data.point,
    dueAt: dueAt?.toISOString() ?? null,
    fresh,
  }) as const

/** 会签 n. */
export async function askedFor(turn: Turn, found: Found): Promise<Result> {
  const outcome = await asked(turn, found)
  if (!outcome.ok) return refusal(outcome.reason, found.hand, outcome.choices)
  return {
    note: `asked ${outcome.signoff.no}`,
    decision: outcome.decision,
    answers: [askedBody(found, outcome.signoff, true)],
  }
}

/** 告知 or 决定 without the sign-off: it is refused, and asked for where that was not done before. */
export async function askedBeside(turn: Turn, found: Found, refused: Result): Promise<Result> {
  const outcome = await asked(turn, found)
  const waits = openSignoff(found.hand, found.entry.id)
  const { answers = [] } = refused
  if (outcome.ok)
    return { ...refused, decision: outcome.decision, answers: [...answers, askedBody(found, outcome.signoff, true)] }
  if (waits) return { ...refused, answers: [...answers, askedBody(found, waits, false)] }
  // a department that cannot be asked here: how it is done instead
  return outcome.reason === 'signoff-outside' ? refusal(outcome.reason, found.hand, outcome.choices) : refused
}
