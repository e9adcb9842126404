import type { CaseInHand } from '../domain/case/draft.ts'
import type { CaseRef } from '../domain/command/parse.ts'
import type { Decision } from '../domain/decision.ts'
import type { Notice, NoticeBody } from '../domain/notice.ts'
import { factsOf } from '../domain/case/facts.ts'
import {
  askedBy,
  LEAST_REASON,
  mayAgree,
  mayLook,
  requestIn,
  REVEAL_MS,
  revealAsked,
  revealed,
  revealKey,
  type RevealRequest,
} from '../domain/case/reveal.ts'
import { nameOf } from '../domain/people/directory.ts'
import { isReason } from '../domain/privacy/asksWho.ts'
import { mask } from '../domain/privacy/mask.ts'
import { watermark } from '../domain/privacy/watermark.ts'
import { factsFor, notFound, refusal } from './acts.ts'
import { findCase } from './cases.ts'
import type { Result, Turn } from './turn.ts'

type Asked = RevealRequest

/** 查看反映人 n 理由: at once where he hides from nobody, else when a second person agrees. Never in a group, never to a unit. */
export async function onReveal(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const hand = await lookedAt(turn, ref)
  if ('note' in hand) return hand
  if (!isReason(rest, LEAST_REASON)) return refusal('reveal-how', hand)
  const reason = mask(rest).text
  const by = turn.speaker.userid
  if (hand.task.shield === 'none') return shown(turn, hand, { by, reason })
  if (askedBy(hand, by).length === 0) return refusal('reveal-nobody', hand)
  const other = await askedBefore(turn, hand, { by, reason })
  if (other) return refusal('reveal-waits', hand, [nameOf(hand.town, other.by) ?? ''])
  const facts = factsFor(hand, hand.task)
  const body = { kind: 'reveal-asked', facts, by: nameOf(hand.town, by) ?? '', reason, mine: true } as const
  return { note: 'asked to look', decision: revealAsked(hand, by, reason, turn.world), answers: [body] }
}

/** One request waits at a time: whose it is keeps it, and may give another reason. Answers who else waits already. */
async function askedBefore({ ctx, world }: Turn, hand: CaseInHand, asked: Asked): Promise<Asked | null> {
  const until = new Date(world.now.getTime() + REVEAL_MS)
  const note = { key: revealKey(hand.task), value: JSON.stringify(asked), until }
  if (await ctx.store.claimNote(note, world.now)) return null
  const waits = requestIn(await ctx.store.note(note.key), world.now)
  if (waits && waits.by !== asked.by) return waits
  await ctx.store.putNote(note)
  return null
}

/** 同意查看 n, by one of those who were asked. */
export async function onRevealAgree(turn: Turn, ref: CaseRef | null): Promise<Result> {
  const hand = await lookedAt(turn, ref)
  if ('note' in hand) return hand
  const key = revealKey(hand.task)
  const asked = requestIn(await turn.ctx.store.note(key), turn.world.now)
  if (asked?.by === turn.speaker.userid) return refusal('reveal-self', hand)
  const { person } = turn.speaker
  if (!person || !mayAgree(hand, person)) return refusal('reveal-not-asked', hand)
  if (!asked) return refusal('reveal-none', hand)
  await turn.ctx.store.takeNote(key)
  const decision = revealed(hand, { ...asked, second: turn.speaker.userid }, turn.world)
  const notice = toAsker(turn, asked.by, seen(turn, hand, asked.by))
  const logged = { facts: factsFor(hand, hand.task), by: nameOf(hand.town, asked.by) ?? '', reason: asked.reason }
  const second = nameOf(hand.town, turn.speaker.userid)
  return {
    note: 'agreed to a look',
    decision: { ...decision, notices: [...(decision.notices ?? []), notice] },
    answers: [{ kind: 'reveal-logged', ...logged, second }],
  }
}

async function lookedAt(turn: Turn, ref: CaseRef | null): Promise<CaseInHand | Result> {
  const { person } = turn.speaker
  if (!person) return refusal('not-staff', null)
  if (turn.row.chat.type === 'group') return refusal('reveal-private', null)
  if (ref === null) return refusal('reveal-how', null)
  const found = await findCase(turn, ref, async () => [])
  if (!found.ok) return notFound(found)
  return mayLook(found.hand, person) ? found.hand : refusal('no-permission', null)
}

function shown(turn: Turn, hand: CaseInHand, { by, reason }: Asked): Result {
  const decision: Decision = revealed(hand, { by, second: null, reason }, turn.world)
  return { note: 'looked', decision, answers: [seen(turn, hand, by)] }
}

/** What is behind the mask, still sealed: it waits like any message, and is opened at the door. */
function seen({ world }: Turn, { task, town }: CaseInHand, by: string): NoticeBody {
  const who = task.reporters.map(({ userid }) => userid)
  const mark = watermark(nameOf(town, by) ?? '', town.name, world.now)
  return { kind: 'revealed', facts: factsOf(task, town), who, text: '', mark, taskId: task.id }
}

function toAsker({ row, world }: Turn, userid: string, body: NoticeBody): Notice {
  const to = { kind: 'person', userid } as const
  const key = `in|${row.id}|revealed|p-${userid}`
  const now = world.now
  return {
    key,
    taskId: null,
    queue: 'replies',
    urgent: false,
    to,
    body,
    reply: null,
    notBefore: now,
    dueAt: now,
    fallback: null,
  }
}
