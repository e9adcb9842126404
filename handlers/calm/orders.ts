import type { CaseRef } from '../../domain/command/parsed.ts'
import {
  muteAsked,
  muteIn,
  muteKey,
  muteLogged,
  muteNote,
  MUTES,
  untilAfter,
  whomToMute,
  type Mute,
} from '../../domain/calm/mute.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import { nameOf } from '../../domain/people/directory.ts'
import { factsFor, notFound, refusal } from '../acts.ts'
import { findCase } from '../cases.ts'
import { actorOf, answer, type Result, type Turn } from '../turn.ts'

/** 静音 n 3天 理由: by a dispatcher. */
export async function onMute(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await meant(turn, ref)
  if ('note' in found) return found
  const { hand, reporter } = found
  const asked = muteAsked(rest)
  if (!asked) return refusal('mute-how', hand)
  const until = untilAfter(turn.world.now, asked.days)
  return carried(turn, hand, reporter, { reason: asked.reason, until, on: true })
}

/** 解除静音 n. */
export async function onUnmute(turn: Turn, ref: CaseRef | null): Promise<Result> {
  const found = await meant(turn, ref)
  if ('note' in found) return found
  const { hand, reporter } = found
  const note = await turn.ctx.store.note(muteKey(reporter))
  if (!note?.until || note.until <= turn.world.now) return refusal('mute-none', hand)
  return carried(turn, hand, reporter, { reason: muteIn(note.value).reason, until: turn.world.now, on: false })
}

/** 静音名单: by their cases. */
export async function onMutes({ ctx, speaker, world }: Turn): Promise<Result> {
  const { town, person } = speaker
  if (!town || !person?.roles.some((role) => role === 'dispatcher' || role === 'supervisor'))
    return refusal('mute-who', null)
  const notes = await ctx.store.notes(MUTES, world.now)
  const own = notes.map(({ value }) => muteIn(value)).filter((mute) => mute.town === town.code)
  const items = own.map(({ caseNo, by, reason, until }) => ({ caseNo, reason, until, by: nameOf(town, by) ?? '' }))
  return answer('mutes', { kind: 'mutes', items })
}

async function meant(
  turn: Turn,
  ref: CaseRef | null,
): Promise<Result | Readonly<{ hand: CaseInHand; reporter: string }>> {
  if (!turn.speaker.person?.roles.includes('dispatcher')) return refusal('mute-who', null)
  const found = await findCase(turn, ref, () => Promise.resolve([]), 'mute-how')
  if (!found.ok) return notFound(found)
  const whom = whomToMute(found.hand, actorOf(turn))
  return typeof whom === 'string' ? refusal(whom, found.hand) : { hand: found.hand, ...whom }
}

type Change = Readonly<{ reason: string; until: Date; on: boolean }>

function carried(turn: Turn, hand: CaseInHand, reporter: string, { reason, until, on }: Change): Result {
  const { task, town } = hand
  const { world, speaker } = turn
  const mute: Mute = { town: town.code, caseNo: task.caseNo, by: speaker.userid, reason, until: until.toISOString() }
  const notes = [muteNote(reporter, mute)]
  const access = [muteLogged(world.id(), mute, on, world.now)]
  const body = { kind: 'muted', facts: factsFor(hand, task), until: mute.until, reason, on } as const
  return { note: `${on ? 'muted' : 'unmuted'} ${task.caseNo}`, decision: { notes, access }, answers: [body] }
}
