import type { Context } from '../context.ts'
import type { InboxRow, NewAttachment } from '../domain/decision.ts'
import { feedback } from '../domain/case/handle.ts'
import { supplement } from '../domain/case/reporter.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { carryOut, factsFor, withFiles } from './acts.ts'
import { inHand, ofMyUnit, reported } from './cases.ts'
import { stored } from './report.ts'
import type { Result, Turn } from './turn.ts'

/** Fetches what a message carries while the platform still holds it; a file that cannot be had is kept as a fault. */
export async function fetchFiles(ctx: Context, row: InboxRow, now: Date): Promise<NewAttachment[]> {
  if (row.content.kind !== 'media') return []
  return Promise.all(
    row.content.media.map(async (ref) => {
      const base = { id: ctx.id(), taskId: null, by: row.from, at: now, source: ref.kind }
      const got = await ctx.media.fetch(ref)
      if (!got.ok) return { ...base, sha256: null, mime: null, bytes: 0, name: null, fault: got.fault }
      return {
        ...base,
        sha256: got.file.sha256,
        mime: got.file.mime,
        bytes: got.file.bytes,
        name: got.file.name,
        fault: null,
      }
    }),
  )
}

/** A picture without a word belongs to the case the sender is busy with: his own task, or his own report. */
export async function onFilesOnly(turn: Turn): Promise<Result> {
  const files = stored(turn.files)
  // understand.ts adds how many could not be fetched
  if (files.length === 0) return { note: 'no file could be fetched' }
  const [task] = turn.speaker.person
    ? (await ofMyUnit(turn, ['signed', 'arrived'])).filter((t) => t.holder === turn.speaker.userid)
    : []
  if (task) {
    const hand = await inHand(turn.ctx, task)
    const outcome = feedback(hand, { userid: turn.speaker.userid }, '', files.length, turn.world)
    return withFiles(
      turn,
      hand,
      carryOut(hand, outcome, (t) => ({
        kind: 'done',
        facts: factsFor(hand, t),
        step: 'feedback',
        files: files.length,
      })),
    )
  }
  const [own] = await reported(turn, [...OPEN_STAGES, 'finished'])
  if (!own)
    return {
      note: 'asked what the picture is about',
      answers: [{ kind: 'ask-problem', withMedia: true }],
      ask: { asks: 'problem', text: '', media: files },
    }
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
  const count = turn.files.filter((f) => f.fault !== null).length
  return count === 0 ? result : { ...result, answers: [...(result.answers ?? []), { kind: 'media-failed', count }] }
}
