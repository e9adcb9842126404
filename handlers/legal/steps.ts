import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Entry } from '../../domain/book/entry.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import type { Doing } from '../../domain/legal/doings.ts'
import type { LegalWarning } from '../../domain/legal/said.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { lookAt } from '../../domain/legal/look.ts'
import { takeStep, type Taken } from '../../domain/legal/take.ts'
import { viewOf } from '../../domain/legal/view.ts'
import { refusal, withFiles } from '../acts.ts'
import { mayBeSaid } from '../here.ts'
import type { OnCommand } from '../slice.ts'
import { askedBeside } from '../review/ask.ts'
import { stored } from '../stored.ts'
import { actorOf, answer, type Result, type Turn } from '../turn.ts'
import { findFile } from './find.ts'

/** An order about a file: find it, let the rules decide, say what was done and what is next. */
export const onStep =
  (doing: Doing, verb: string): OnCommand =>
  async (turn, ref, rest) => {
    if (!turn.speaker.person) return refusal('not-staff', null)
    const found = await findFile(turn, ref)
    if (!found.ok) return found.result
    if (!mayBeSaid(turn, found.hand.task)) return refusal('ask-alone', null)
    return stepOn(turn, found, { doing, verb, rest })
  }

type Found = Readonly<{ hand: CaseInHand; entry: Entry<'file'> }>
type Order = Readonly<{ doing: Doing; verb: string; rest: string }>

export async function stepOn(turn: Turn, { hand, entry }: Found, { doing, verb, rest }: Order): Promise<Result> {
  const actor = actorOf(turn)
  const evidence = await evidenceOf(turn, hand)
  const taken = takeStep(hand, entry, actor, { doing, said: rest, evidence }, turn.world)
  if (!taken.ok && 'asks' in taken) {
    const body: NoticeBody = { kind: 'file-ask', facts: factsOf(hand.task, hand.town), doing }
    return { ...answer('asked for words', body), ask: { asks: 'words', verb, no: entry.no, lead: rest } }
  }
  if (taken.ok) return done(turn, hand, taken, doing, evidence)
  const refused = refusedWith(turn, hand, entry, taken)
  return taken.reason === 'file-signoff' ? askedBeside(turn, { hand, entry }, refused) : refused
}

/** Pictures and files of the case, those of this message among them. */
async function evidenceOf(turn: Turn, { task }: CaseInHand): Promise<number> {
  const kept = await turn.ctx.store.attachments(task.id)
  return kept.filter(({ sha256 }) => sha256).length + stored(turn.files).length
}

function done(
  turn: Turn,
  hand: CaseInHand,
  { decision, task, entry, warnings }: Extract<Taken, { ok: true }>,
  doing: Doing,
  evidence: number,
): Result {
  const after = { ...hand, task }
  const body = doneBody(turn, after, entry, doing, warnings, evidence)
  const card = warnings.includes('first-time') ? [discretionCard(turn, after, entry)] : []
  return withFiles(turn, hand, { note: `file ${entry.no}`, decision, answers: [body, ...card] })
}

export function doneBody(
  turn: Turn,
  hand: CaseInHand,
  entry: Entry<'file'>,
  did: Doing | 'filed',
  warnings: readonly LegalWarning[],
  evidence: number,
): NoticeBody {
  const view = viewOf(lookAt(hand, entry, turn.world, evidence), turn.row.chat.type === 'single')
  return { kind: 'file-done', facts: factsOf(hand.task, hand.town), did, view, warnings }
}

function refusedWith(
  turn: Turn,
  hand: CaseInHand,
  entry: Entry<'file'>,
  { reason, choices }: Extract<Taken, { reason: unknown }>,
): Result {
  const refused = refusal(reason, hand, choices)
  if (reason !== 'file-discretion') return refused
  return { ...refused, answers: [...(refused.answers ?? []), discretionCard(turn, hand, entry)] }
}

/** 首违不罚? It is asked with buttons, before the party is told. */
const discretionCard = (turn: Turn, hand: CaseInHand, entry: Entry<'file'>): NoticeBody => ({
  kind: 'file-discretion',
  cardId: `file_${turn.row.id}`,
  no: entry.no,
  facts: factsOf(hand.task, hand.town),
  filingNo: entry.data.filingNo ?? '',
})
