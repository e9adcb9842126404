import { isFresh } from '../domain/understand/relays.ts'
import { onAnswer, onMorePictures } from './answer.ts'
import { withFiles } from './acts.ts'
import { inHand } from './cases.ts'
import { withPictures } from './evidence/pictures.ts'
import { hereByPicture } from './joint/here.ts'
import { onFilesOnly } from './media.ts'
import { stored } from './stored.ts'
import { pendingQuestion, relaysOf, type Result, type Turn } from './turn.ts'

/** A picture alone: kept for the question that is open, else for the case the sender is busy with. */
export async function onPicture(turn: Turn): Promise<Result> {
  const question = pendingQuestion(turn)
  const media = stored(turn.files)
  if (!question || media.length === 0) return (await hereByPicture(turn)) ?? onFilesOnly(turn)
  if ('media' in question) return onMorePictures(turn, question, media)
  if (question.asks === 'relay') return mayMeanRelay(turn) ? onAnswer(turn, question, '') : onFilesOnly(turn)
  if (
    question.asks === 'words' ||
    question.asks === 'feedback' ||
    question.asks === 'spot' ||
    question.asks === 'supplement'
  )
    return onAnswer(turn, question, '')
  return keepForCase(turn, question.caseNo, question.asks === 'result' ? 'finish' : null)
}

/** An officer sends pictures of his own work, too. */
function mayMeanRelay(turn: Turn): boolean {
  const [newest] = relaysOf(turn)
  return newest !== undefined && (turn.speaker.person === null || isFresh(newest, turn.world.now))
}

/** `act` = what they come with, where that says what they show. */
async function keepForCase(turn: Turn, caseNo: string, act: 'finish' | null): Promise<Result> {
  const count = stored(turn.files).length
  const kept: Result = {
    note: `kept ${count} files for ${caseNo}`,
    answers: [{ kind: 'media-kept', facts: null, count }],
  }
  const task = await turn.ctx.store.taskByCaseNo(caseNo)
  if (!task) return kept
  const hand = await inHand(turn.ctx, task)
  const seen = act ? await withPictures(turn, hand, act, '') : null
  return seen ? withFiles(seen.turn, seen.hand, seen.with(kept)) : withFiles(turn, hand, kept)
}
