import type { Entry } from '../../domain/book/entry.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { answerSignoff, recordSignoff, type SignoffAnswered } from '../../domain/review/signoffAnswer.ts'
import { signoffView } from '../../domain/review/signoffTell.ts'
import { refusal, withFiles } from '../acts.ts'
import { newNumber } from '../entries.ts'
import { findFile } from '../legal/find.ts'
import type { OnCommand } from '../slice.ts'
import { actorOf, type Result, type Turn } from '../turn.ts'
import { asksWords, refusedWith } from './answers.ts'
import { askedFor } from './ask.ts'
import { findOpen, SIGNOFF } from './find.ts'

/** 会签 n: the officer asks the guiding unit. */
export const onAsk: OnCommand = async (turn, ref) => {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const found = await findFile(turn, ref)
  return found.ok ? askedFor(turn, found) : found.result
}

/** 会签记录 n 文号/人 意见. */
export const onRecord: OnCommand = async (turn, ref, rest) => {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const found = await findFile(turn, ref)
  if (!found.ok) return found.result
  const { hand, entry } = found
  const number = await newNumber(turn, hand.town.code, 'signoff')
  const outcome = recordSignoff(hand, entry, actorOf(turn), { said: rest, number }, turn.world)
  if (outcome.ok) return withFiles(turn, hand, said(hand, outcome))
  if ('asks' in outcome) return asksWords(turn, hand, 'record', 'signoff-record', entry.no)
  return refusal(outcome.reason, hand, outcome.choices)
}

const onAnswer =
  (agreed: boolean): OnCommand =>
  async (turn, ref, rest) => {
    const { person, town } = turn.speaker
    if (!person || !town) return refusal('not-staff', null)
    const located = await findOpen(turn, ref, {
      ...SIGNOFF,
      may: (entry) => entry.town === town.code,
      own: ({ owner }) => owner !== null && owner === person.station,
    })
    if (!located.ok) return located.result
    const { hand, file, entry } = located.found
    const outcome = answerSignoff({ hand, file, signoff: entry }, actorOf(turn), { agreed, said: rest }, turn.world)
    if (outcome.ok) return answeredWith(turn, hand, outcome)
    if ('asks' in outcome) return asksWords(turn, hand, 'refuse', 'signoff-refuse', entry.no)
    return refusedWith(hand, outcome, outcome.reason === 'signoff-over' ? card(turn, hand, file, entry) : null)
  }

export const onAgree = onAnswer(true)
export const onDisagree = onAnswer(false)

type Answered = Extract<SignoffAnswered, { ok: true }>

function answeredWith(turn: Turn, hand: CaseInHand, outcome: Answered): Result {
  const result = said(hand, outcome)
  if (turn.row.content.kind !== 'click') return result
  const after = { ...hand, task: outcome.task }
  return { ...result, answers: [], card: card(turn, after, outcome.file, outcome.signoff) }
}

const card = (turn: Turn, hand: CaseInHand, file: Entry<'file'>, signoff: Entry<'signoff'>) =>
  ({
    kind: 'signoff-card',
    cardId: `signoff_${turn.row.id}`,
    facts: factsOf(hand.task, hand.town),
    view: signoffView(file, signoff, turn.world),
  }) as const

function said(hand: CaseInHand, { decision, task, signoff, file }: Answered): Result {
  const { mentor, point, note } = signoff.data
  const body = {
    kind: 'signoff-result',
    facts: factsOf(task, hand.town),
    filingNo: file.data.filingNo ?? file.no,
    mentor,
    point,
    agreed: signoff.state === 'agreed',
    by: null,
    note,
  } as const
  return { note: `sign-off ${signoff.no}`, decision, answers: [body] }
}
