import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Decision } from '../../domain/decision.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import type { Mark } from '../../domain/evidence/kinds.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { countOf } from '../../domain/evidence/count.ts'
import { demandsPair } from '../../domain/evidence/pair.ts'
import { isOnCase, isPicture, markPictures, marksOf, picturesEntry } from '../../domain/evidence/pictures.ts'
import { whatTheyShow, type Sending } from '../../domain/evidence/shows.ts'
import { cardIdOf } from '../../domain/evidence/view.ts'
import { COMING } from '../../domain/decision.ts'
import { newNumber } from '../entries.ts'
import { awaited } from '../fetch.ts'
import type { Result, Turn } from '../turn.ts'

/** A case with the files of this message in it, and the result of what is done to it with what was found out of them. */
export type Seen = Readonly<{ turn: Turn; hand: CaseInHand; with(result: Result): Result }>

/** What the pictures of this message show is part of the case before anything is decided on it. */
export async function withPictures(turn: Turn, hand: CaseInHand, act: Sending['act'], words: string): Promise<Seen> {
  const same = { turn, hand, with: (result: Result) => result }
  if (!turn.files.some(isPicture) || !isOnCase(hand, turn.speaker.userid)) return same
  const here = await arrived(turn, hand, act)
  const pictures = here.files.filter((file) => isPicture(file) && (file.sha256 !== null || file.fault === COMING))
  const before = { ...hand, files: await turn.ctx.store.attachments(hand.task.id) }
  const sending = { by: turn.speaker.userid, act, words, worked: await hasWorked(turn, hand) }
  const mark = pictures.length > 0 ? whatTheyShow(before, sending, turn.world.now) : null
  const known = { ...before, files: [...before.files, ...here.files] }
  if (mark === null) return { ...same, turn: here, hand: known }
  const number = picturesEntry(hand) ?? (await newNumber(turn, hand.task.town, 'pictures'))
  const ids = pictures.map(({ id }) => id)
  const marked = markPictures(known, sending.by, ids, mark, number, turn.world)
  const asked = mark === 'unclear' && marksOf(hand).unclear.length === 0 ? [cardOf(marked.hand)] : []
  const add = (result: Result): Result => ({
    ...result,
    decision: together(marked.decision, result.decision),
    answers: [...(result.answers ?? []).map((body) => saying(body, mark)), ...asked],
  })
  return { turn: here, hand: marked.hand, with: add }
}

/** Whoever finishes what must be shown waits until his pictures are here: nothing is decided on what may never come. */
async function arrived(turn: Turn, hand: CaseInHand, act: Sending['act']): Promise<Turn> {
  return act === 'finish' && demandsPair(hand) ? { ...turn, files: await awaited(turn) } : turn
}

async function hasWorked({ ctx }: Turn, { task }: CaseInHand): Promise<boolean> {
  const events = await ctx.store.timeline(task.id)
  return events.some(({ type }) => type === 'arrived' || type === 'feedback')
}

const saying = (body: NoticeBody, mark: Mark | 'unclear'): NoticeBody =>
  body.kind === 'done' && mark !== 'unclear' ? { ...body, marked: mark } : body

/** What was found out of the pictures, and what was decided on the case with that known. */
export function together(marked: Decision, act: Decision | undefined): Decision {
  return {
    ...marked,
    ...act,
    ...(act?.task ? {} : marked.task ? { task: marked.task } : {}),
    events: [...(marked.events ?? []), ...(act?.events ?? [])],
    entries: [...(marked.entries ?? []), ...(act?.entries ?? [])],
  }
}

/** 办前还是办后？ */
export function cardOf(hand: CaseInHand): Extract<NoticeBody, { kind: 'pictures-card' }> {
  const entry = picturesEntry(hand)
  const cardId = entry ? cardIdOf(entry) : hand.task.id
  return { kind: 'pictures-card', facts: factsOf(hand.task, hand.town), cardId, count: countOf(hand) }
}
