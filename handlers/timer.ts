import type { Context, TimerRow } from '../context.ts'
import { LostRace } from '../domain/lostRace.ts'
import type { Decision } from '../domain/decision.ts'
import { fire } from '../domain/escalation/fire.ts'
import { emergencyWord } from '../domain/route/emergency.ts'
import { findPerson } from '../domain/people/directory.ts'
import type { World } from '../domain/world.ts'
import { ADMISSION } from '../domain/admission/decide.ts'
import { admissionReminder } from './admission.ts'
import { inHand } from './cases.ts'
import { fetchLate } from './media.ts'
import { homeTown, openFor } from './report.ts'

/** A timer came due: decides on the case as it is now and commits; a lost race is left to the next look, the row is still there. */
export async function handleTimer(ctx: Context, row: TimerRow): Promise<void> {
  const world = { towns: ctx.towns, calendar: ctx.calendar, now: ctx.now(), id: ctx.id }
  const decision = await decide(ctx, row, world)
  try {
    await ctx.store.commit(decision, world.now)
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    ctx.log.debug({ timer: row.id }, 'the case moved on while its timer fired')
  }
}

function decide(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  if (row.kind === 'question') return unanswered(ctx, row, world)
  if (row.kind === ADMISSION) return admissionReminder(ctx, row, world)
  if (row.kind === 'files') return lateFiles(ctx, row)
  return caseTimer(ctx, row, world)
}

async function lateFiles(ctx: Context, row: TimerRow): Promise<Decision> {
  const message = await ctx.store.received(row.subject)
  const cleared = [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }]
  const late = message ? await fetchLate(ctx, message) : {}
  return late ? { ...late, timers: cleared } : {}
}

async function caseTimer(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const task = await ctx.store.task(row.subject)
  if (!task) return { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
  return fire(await inHand(ctx, task), row, world)
}

/** Nobody answered in ten minutes: the case is made with what is known. Nothing a villager said is lost. */
async function unanswered(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const cleared = [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }]
  const conversation = await ctx.store.conversation(row.subject)
  const question = conversation?.question
  if (!conversation || !question || !('media' in question) || !(question.text || question.media.length > 0)) {
    return { timers: cleared, conversation: { key: row.subject, value: null } }
  }
  const spot = question.asks === 'problem' ? (question.spot ?? null) : null
  const shared = world.towns.find(({ code }) => code === spot?.town)
  const town = shared ?? homeTown(world, findPerson(world, conversation.userid)?.town ?? null)
  const reporter = { userid: conversation.userid, chat: conversation.chat }
  const emergency = emergencyWord(question.text, town.emergencyWords) !== null
  const opened = await openFor(ctx.store, world, {
    town,
    place: shared ? (spot?.place ?? null) : null,
    text: question.text,
    reporter,
    emergency,
    reply: null,
    attachments: question.media,
  })
  return { ...opened, timers: [...(opened.timers ?? []), ...cleared], conversation: { key: row.subject, value: null } }
}
