import type { CaseInHand } from '../../domain/case/draft.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { mayNot, openFile, openFileOf, refuseFile } from '../../domain/legal/open.ts'
import { officerCalled } from '../../domain/legal/officers.ts'
import { SIMPLE_WORD } from '../../domain/legal/wording-said.ts'
import { notFound, refusal, withFiles } from '../acts.ts'
import { findCase, ofMyUnit } from '../cases.ts'
import { newNumber } from '../entries.ts'
import { mayBeSaid } from '../here.ts'
import type { OnCommand } from '../slice.ts'
import { actorOf, answer, type Result, type Turn } from '../turn.ts'
import { fileInHand } from './find.ts'
import { doneBody, stepOn } from './steps.ts'

const STAGES = ['dispatched', 'signed', 'arrived'] as const

const onCase =
  (work: (turn: Turn, hand: CaseInHand, rest: string) => Promise<Result>): OnCommand =>
  async (turn, ref, rest) => {
    if (!turn.speaker.person) return refusal('not-staff', null)
    const found = await findCase(turn, ref, () => ofMyUnit(turn, STAGES), 'nothing-to-do')
    if (!found.ok) return notFound(found)
    return mayBeSaid(turn, found.hand.task) ? work(turn, found.hand, rest) : refusal('ask-alone', null)
  }

/** 立案 n [简易] [同办人]. */
export const onOpen = onCase(opened)

/** 不予立案 n 理由. */
export const onRefuse = onCase(async (turn, hand, rest) => {
  const refused = mayNot(hand, actorOf(turn))
  if (refused) return refusal(refused.reason, hand, refused.choices)
  const facts = factsOf(hand.task, hand.town)
  if (rest === '')
    return {
      ...answer('asked for the reason', { kind: 'file-ask', facts, doing: 'not-filed' }),
      ask: { asks: 'words', verb: 'file-refuse', no: hand.task.caseNo, lead: '' },
    }
  const outcome = refuseFile(hand, actorOf(turn), rest, turn.world)
  if (!outcome.ok) return refusal(outcome.reason, hand, outcome.choices)
  const body = { kind: 'file-told', facts, filed: false, note: rest, staff: true } as const
  return { note: `not filed ${hand.task.caseNo}`, decision: outcome.decision, answers: [body] }
})

/** 当场处罚 n: the decision of a simple file; where there is none, it is opened. */
export const onSpot = onCase(async (turn, hand, rest) => {
  const entry = openFileOf(hand)
  // 「当场处罚 0007 王芳」 names who is there, too
  const other = officerCalled(rest, hand.town, hand.task.lead) ? rest : ''
  if (!entry) return opened(turn, hand, `${SIMPLE_WORD} ${other}`)
  const found = { hand: await fileInHand(turn, hand.task, entry), entry }
  return stepOn(turn, found, { doing: 'decide', verb: 'file-decide', rest })
})

async function opened(turn: Turn, hand: CaseInHand, rest: string): Promise<Result> {
  const number = await newNumber(turn, hand.town.code, 'file')
  const outcome = openFile(hand, actorOf(turn), rest, number, turn.world)
  if (!outcome.ok) return refusal(outcome.reason, hand, outcome.choices)
  const body = doneBody(turn, { ...hand, task: outcome.task, policy: hand.town.policy }, outcome.entry, 'filed', [], 0)
  return withFiles(turn, hand, { note: `filed ${outcome.entry.no}`, decision: outcome.decision, answers: [body] })
}
