import type { CaseRef } from '../../domain/command/parse.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Mark } from '../../domain/evidence/kinds.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { feedback } from '../../domain/case/handle.ts'
import { whyNot } from '../../domain/case/transitions.ts'
import { countOf } from '../../domain/evidence/count.ts'
import { isOnCase, isPicture, markPictures, marksOf, picturesEntry } from '../../domain/evidence/pictures.ts'
import { CORRECTS } from '../../domain/evidence/wording-marks.ts'
import { carryOut, notFound, refusal, withFiles } from '../acts.ts'
import { findCase, ofMyUnit } from '../cases.ts'
import { isTap, actorOf, type Result, type Turn } from '../turn.ts'
import { cardOf, withPictures } from './pictures.ts'

const STAGES = ['dispatched', 'signed', 'arrived'] as const

/** 办前 n, 办后 n: with pictures these; without, those that were asked about; `改` = the last ones, which were marked otherwise. */
export const onMark =
  (mark: Mark) =>
  async (turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> => {
    if (!turn.speaker.person) return refusal('not-staff', null)
    const found = await findCase(turn, ref, () => ofMyUnit(turn, STAGES), 'nothing-to-do')
    if (!found.ok) return notFound(found)
    const { hand } = found
    const reason = isOnCase(hand, turn.speaker.userid) ? whyNot(hand.task, 'feedback') : 'not-yours'
    if (reason) return { ...refusal(reason, hand), ...tappedCard(turn, hand) }
    return turn.files.some(isPicture) ? sent(turn, hand, mark, rest) : told(turn, hand, mark, rest)
  }

/** Pictures of the unit in charge are its feedback, too: the reporter hears that something moves. */
async function sent(turn: Turn, hand: CaseInHand, mark: Mark, words: string): Promise<Result> {
  const seen = await withPictures(turn, hand, `mark-${mark}`, words)
  const leads = hand.task.lead === turn.speaker.person?.station
  const pictures = turn.files.filter(isPicture).length
  const said = { kind: 'pictures-marked', facts: factsOf(hand.task, hand.town), mark, marked: pictures } as const
  const body = { ...said, count: countOf(seen.hand) }
  const result = leads
    ? carryOut(seen.hand, feedback(seen.hand, actorOf(turn), words, pictures, turn.world), () => body)
    : { note: `marked ${mark}`, answers: [body] }
  return withFiles(seen.turn, seen.hand, seen.with(result))
}

function told(turn: Turn, hand: CaseInHand, mark: Mark, words: string): Result {
  const { unclear, last } = marksOf(hand)
  const ids = CORRECTS.test(words) ? last : unclear
  const entry = picturesEntry(hand)
  if (entry === null || ids.length === 0) return nothingWaits(turn, hand, mark)
  const marked = markPictures(hand, turn.speaker.userid, ids, mark, entry, turn.world)
  const done = { note: `marked ${mark}`, decision: marked.decision }
  if (isTap(turn)) return { ...done, ...tappedCard(turn, marked.hand) }
  const facts = factsOf(hand.task, hand.town)
  const body = { kind: 'pictures-marked', facts, mark, marked: ids.length, count: countOf(marked.hand) } as const
  return { ...done, answers: [body] }
}

/** A stale card says how things stand; whoever typed it wants to send pictures. */
function nothingWaits(turn: Turn, hand: CaseInHand, mark: Mark): Result {
  if (isTap(turn)) return { note: 'nothing waits to be marked', ...tappedCard(turn, hand) }
  const facts = factsOf(hand.task, hand.town)
  const ask = { asks: 'words', verb: `mark-${mark}`, no: hand.task.caseNo, lead: '' } as const
  return { note: 'asked for pictures', answers: [{ kind: 'pictures-wanted', facts, mark }], ask }
}

const tappedCard = (turn: Turn, hand: CaseInHand): Pick<Result, 'card'> => (isTap(turn) ? { card: cardOf(hand) } : {})
