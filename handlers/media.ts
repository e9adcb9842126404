import { COMING } from '../domain/decision.ts'
import { feedback } from '../domain/case/handle.ts'
import { supplement } from '../domain/case/reporter.ts'
import { OPEN_STAGES, type Task } from '../domain/task.ts'
import { carryOut, factsFor, withFiles } from './acts.ts'
import { withPictures } from './evidence/pictures.ts'
import { inHand, ofMyUnit, reported } from './cases.ts'
import { askProblem } from './ask.ts'
import { clerkOf } from './flow/draft.ts'
import { askPaper, isDocument } from './flow/paper.ts'
import { homeTown } from './open.ts'
import { stored } from './stored.ts'
import type { Result, Turn } from './turn.ts'

/** A recording without its words: kept, but nobody can act on it yet. */
export const onlyVoice = ({ files }: Turn): boolean => files.every(({ source }) => source === 'voice')

/** A picture without a word belongs to the case the sender is busy with: his own task, or his own report. */
export async function onFilesOnly(turn: Turn): Promise<Result> {
  const files = stored(turn.files)
  // understand.ts adds how many could not be fetched
  if (files.length === 0) return { note: 'no file could be fetched' }
  const clerk = clerkOf(turn)
  if (clerk && isDocument(turn)) return askPaper(turn, clerk)
  const [task] = turn.speaker.person
    ? (await ofMyUnit(turn, ['signed', 'arrived'])).filter((t) => t.holder === turn.speaker.userid)
    : []
  if (task) {
    const seen = await withPictures(turn, await inHand(turn.ctx, task), 'alone', '')
    const { hand } = seen
    const outcome = feedback(hand, { userid: turn.speaker.userid }, '', files.length, turn.world)
    const said = (t: Task) =>
      ({ kind: 'done', facts: factsFor(hand, t), step: 'feedback', files: files.length }) as const
    return withFiles(seen.turn, hand, seen.with(carryOut(hand, outcome, said)))
  }
  const [own] = await reported(turn, [...OPEN_STAGES, 'finished'])
  // a recording may well be about something new
  if (!own || onlyVoice(turn))
    return askProblem(
      turn,
      homeTown(turn.world, turn.speaker.town),
      { text: '', media: files },
      { voice: onlyVoice(turn) },
    )
  const hand = await inHand(turn.ctx, own)
  const outcome = supplement(hand, { userid: turn.speaker.userid }, '', files.length, null, turn.world)
  return withFiles(
    turn,
    hand,
    carryOut(hand, outcome, (t) => ({ kind: 'media-kept', facts: factsFor(hand, t), count: files.length })),
  )
}

/** Says how many files could not be fetched, beside whatever else is answered. */
export function failed(turn: Turn, result: Result): Result {
  const count = turn.files.filter((f) => f.fault !== null && f.fault !== COMING).length
  return count === 0 ? result : { ...result, answers: [...(result.answers ?? []), { kind: 'media-failed', count }] }
}
