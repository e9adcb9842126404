import type { CaseRef } from '../../domain/command/parsed.ts'
import type { PaperEntry } from '../../domain/flow/paperFacts.ts'
import type { Town } from '../../domain/town.ts'
import { dropPaper } from '../../domain/flow/paper.ts'
import { saysNobody, unitsFirst, type PaperFor } from '../../domain/flow/whom.ts'
import { feedback } from '../../domain/case/handle.ts'
import { listed, maskBut } from '../../domain/privacy/mask.ts'
import { carryOut, factsFor, refusal } from '../acts.ts'
import { inHand, ofMyUnit } from '../cases.ts'
import { stored } from '../stored.ts'
import { isTap, answer, pendingQuestion, type Result, type Turn } from '../turn.ts'
import { askWhom, clerkOf, goOn, isSecret, newDraft, refuseSecret, settled, type Clerk } from './draft.ts'

/** What a number at the beginning of the words was taken for is a word of them. */
const wordsOf = (ref: CaseRef | null, rest: string): string =>
  [ref && 'seq' in ref ? String(ref.seq) : '', rest].filter(Boolean).join(' ')

/** 转发 [单位…|全体] [说明], with the files or before they come. */
export async function onPaper(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  const words = wordsOf(ref, rest)
  if (isSecret(turn, words)) return refuseSecret(turn, null, clerk.town)
  if (stored(turn.files).length === 0) return wantFile(turn, words)
  const draft = await newDraft(turn, clerk)
  const found = unitsFirst(words, clerk.town)
  if (!found.ok) return askUnits(turn, draft, found, clerk.town)
  const to = found.to ?? (found.rest ? [] : null)
  return goOn(turn, { ...draft, data: { ...draft.data, to, title: titled(found.rest, clerk.town) } }, clerk.town)
}

const TITLE_LONGEST = 60
/** A number of a phone or of a person is not passed on. */
const titled = (words: string, town: Town): string | null =>
  [...maskBut(words.trim(), listed(town))].slice(0, TITLE_LONGEST).join('') || null

function wantFile(turn: Turn, words: string): Result {
  const question = pendingQuestion(turn)
  // asked once already, he speaks of something else
  const again = question?.asks === 'words' && question.verb === 'paper'
  // in a group no file is heard
  if (again || turn.row.chat.type === 'group') return { ...refusal('paper-how', null), ask: null }
  const ask = { asks: 'words', verb: 'paper', no: null, lead: words } as const
  return { ...answer('asked for the file', { kind: 'paper-want', what: 'file', no: null }), ask }
}

async function askUnits(
  turn: Turn,
  draft: PaperEntry,
  { said, maybe }: Extract<PaperFor, { ok: false }>,
  town: Town,
): Promise<Result> {
  const kept = await goOn(turn, { ...draft, data: { ...draft.data, to: null } }, town)
  const known = maybe.length > 0 ? maybe : town.stations.map(({ name }) => name)
  const ask = { asks: 'words', verb: 'paper-to', no: draft.no, lead: '' } as const
  return {
    ...refusal('paper-whom', null, [said, ...known]),
    ...(kept.decision ? { decision: kept.decision } : {}),
    ask,
  }
}

/** A document sent alone: whom is it for? Pictures belong to the case he is busy with. */
export const isDocument = ({ files, row }: Turn): boolean =>
  row.chat.type === 'single' &&
  files.length > 0 &&
  files.every(({ source, mime }) => source === 'file' && !/^(?:image|video|audio)\//u.test(mime ?? ''))

export async function askPaper(turn: Turn, clerk: Clerk): Promise<Result> {
  if (isSecret(turn, '')) return refuseSecret(turn, null, clerk.town)
  const draft = await newDraft(turn, clerk)
  const result = await goOn(turn, draft, clerk.town)
  const busy = await busyWith(turn)
  return busy ? { ...result, answers: [askWhom(draft, busy.caseNo)] } : result
}

async function busyWith(turn: Turn) {
  const own = await ofMyUnit(turn, ['signed', 'arrived'])
  return own.find(({ holder }) => holder === turn.speaker.userid) ?? null
}

/** 转发给, or a button of the card that asks: where it goes. Without a number it is 转发. */
export async function onPaperTo(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  const draft = await draftOf(turn, ref)
  if (!draft) return ref && 'entryNo' in ref ? refusal('paper-unknown', null) : onPaper(turn, ref, rest)
  if (draft.state !== 'draft')
    return {
      ...refusal('paper-sent-already', null, [draft.no]),
      card: chosen(draft, draft.state === 'dropped' ? 'dropped' : 'out'),
    }
  return sentTo(turn, clerk, draft, rest)
}

async function sentTo(turn: Turn, { town }: Clerk, draft: PaperEntry, rest: string): Promise<Result> {
  if (isSecret(turn, rest)) return refuseSecret(turn, draft, town)
  if (rest === 'case') return intoCase(turn, draft, town)
  if (rest === 'none' || saysNobody(rest)) {
    const decision = dropPaper(draft, turn.speaker.userid, town, turn.world)
    return { note: 'not passed on', decision, ...saidOrCard(turn, draft, 'dropped'), ...settled(turn) }
  }
  const found =
    draft.data.to !== null ? null : rest === 'all' ? everyone(town) : rest === 'brigade' ? own : unitsFirst(rest, town)
  if (found && !found.ok) return askUnits(turn, draft, found, town)
  if (found?.to === null) return askUnits(turn, draft, { ok: false, said: '', maybe: [] }, town)
  const to = found ? found.to : draft.data.to
  const title = draft.data.title ?? titled(found?.rest ?? '', town)
  const result = await goOn(turn, { ...draft, data: { ...draft.data, to, title } }, town)
  return { ...result, card: chosen(draft, title === null ? 'going' : 'out') }
}

const own: PaperFor = { ok: true, to: [], rest: '' }
const everyone = ({ stations }: Town): PaperFor => ({ ok: true, to: stations.map(({ id }) => id), rest: '' })

const chosen = (draft: PaperEntry, what: 'out' | 'case' | 'dropped' | 'going') =>
  ({ ...askWhom(draft, null), chosen: what }) as const

/** A card shows it; to typed words it is said. */
const saidOrCard = (turn: Turn, draft: PaperEntry, what: 'dropped'): Pick<Result, 'answers' | 'card'> =>
  isTap(turn) ? { card: chosen(draft, what) } : { answers: [chosen(draft, what)] }

/** It is no paper but belongs to the case he is busy with, as a picture would. */
async function intoCase(turn: Turn, draft: PaperEntry, town: Town): Promise<Result> {
  const task = await busyWith(turn)
  if (!task) return refusal('nothing-to-do', null)
  const hand = await inHand(turn.ctx, task)
  const ids = draft.data.files.map(({ id }) => id)
  const outcome = feedback(hand, { userid: turn.speaker.userid }, '', ids.length, turn.world)
  const result = carryOut(hand, outcome, (t) => ({
    kind: 'done',
    facts: factsFor(hand, t),
    step: 'feedback',
    files: ids.length,
  }))
  if (!result.decision) return result
  const dropped = dropPaper(draft, turn.speaker.userid, town, turn.world)
  const decision = { ...result.decision, attach: { ids, taskId: task.id }, more: [dropped] }
  return { ...result, decision, card: chosen(draft, 'case') }
}

/** 文件名称 n …: what it is called. */
export async function onPaperTitle(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  const draft = await draftOf(turn, ref)
  if (!draft) return refusal('paper-unknown', null)
  if (draft.state !== 'draft') return refusal('paper-sent-already', null, [draft.no])
  if (isSecret(turn, rest)) return refuseSecret(turn, draft, clerk.town)
  return goOn(turn, { ...draft, data: { ...draft.data, title: titled(rest, clerk.town) } }, clerk.town)
}

/** His own paper of this number, or, without one, the newest that is not sent yet. */
async function draftOf({ ctx, speaker }: Turn, ref: CaseRef | null): Promise<PaperEntry | null> {
  const town = speaker.town?.code ?? ''
  const mine = (entry: { kind: string }): entry is PaperEntry =>
    entry.kind === 'paper' && (entry as PaperEntry).data.by === speaker.userid
  if (ref && 'entryNo' in ref) {
    const entry = await ctx.store.entryByNo(ref.entryNo)
    return entry && mine(entry) ? entry : null
  }
  const drafts = await ctx.store.entries({ town, kinds: ['paper'], states: ['draft'], limit: 50 })
  return drafts.filter(mine).find((each) => ref && 'seq' in ref && each.seq === ref.seq) ?? null
}
