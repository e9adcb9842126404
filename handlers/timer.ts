import type { Context, TimerRow } from '../context.ts'
import { LostRace } from '../domain/lostRace.ts'
import type { Conversation, Decision, Question } from '../domain/decision.ts'
import type { Place } from '../domain/task.ts'
import { fire } from '../domain/escalation/fire.ts'
import { dangerOf } from '../domain/understand/danger.ts'
import { findPerson } from '../domain/people/directory.ts'
import { tellsNothing } from '../domain/privacy/shieldIn.ts'
import type { World } from '../domain/world.ts'
import { ADMISSION } from '../domain/admission/decide.ts'
import { admissionReminder } from './admission.ts'
import { inHand } from './cases.ts'
import { fetchLate } from './media.ts'
import { homeTown, openFor } from './open.ts'
import { LEARN_NOW, learnNow } from './classifier.ts'
import { PURGE, purge } from './purge.ts'
import { COUNTDOWN, countdown } from './countdown.ts'
import { ERASE, forgotten } from './mydata.ts'
import { LEARN, nextNight } from './nightly.ts'
import { onlyWish } from './shield.ts'
import { ANSWER_WITHIN_MS } from './turn.ts'
import { worldOf } from './world.ts'

/** A timer came due: decides on the case as it is now and commits; a lost race is left to the next look, the row is still there. */
export async function handleTimer(ctx: Context, row: TimerRow): Promise<void> {
  const world = worldOf(ctx)
  const decision = await decide(ctx, row, world)
  try {
    await ctx.store.commit(decision, world.now)
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    ctx.log.debug({ timer: row.id }, 'the case moved on while its timer fired')
  }
}

async function decide(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  if (row.kind === 'question') return unanswered(ctx, row, world)
  if (row.kind === ADMISSION) return admissionReminder(ctx, row, world)
  if (row.kind === 'files') return lateFiles(ctx, row)
  if (row.kind === LEARN_NOW) return learnNow(ctx, row, world)
  if (row.kind === PURGE) return purge(ctx, row, world)
  if (row.kind === COUNTDOWN) return countdown(row, world)
  if (row.kind === ERASE) return forgotten(ctx, row, world)
  if (row.kind === LEARN) return learnt(ctx, row, world)
  return caseTimer(ctx, row, world)
}

/** Every night, from what clerks decided; a night that fails is tried again the next. */
async function learnt(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  await ctx.learn?.()
  return { timers: [{ subject: row.subject, kind: row.kind, dueAt: nextNight(world.now), step: row.step + 1 }] }
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

/** Where it is, as far as the question knew. */
function knownSpot(question: Question): Readonly<{ town: string; place: Place | null }> | null {
  if (question.asks === 'problem') return question.spot ?? null
  return question.asks === 'same' ? question : null
}

/** Nobody answered in ten minutes: the case is made with what is known. Nothing a villager said is lost. */
async function unanswered(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const conversation = await ctx.store.conversation(row.subject)
  const question = conversation?.question
  if (!conversation || !question || !('media' in question)) return forget(row)
  if (question.media.length === 0 && tellsNothing(question.text)) return waitsOn(row, conversation, world)
  if (question.asks === 'insist') return forget(row)
  const spot = knownSpot(question)
  const shared = world.towns.find(({ code }) => code === spot?.town)
  const town = shared ?? homeTown(world, findPerson(world, conversation.userid)?.town ?? null)
  const reporter = { userid: conversation.userid, chat: conversation.chat }
  const emergency = dangerOf(question.text, town) !== null
  const opened = await openFor(ctx.store, world, {
    town,
    place: shared ? (spot?.place ?? null) : null,
    text: question.text,
    reporter,
    emergency,
    reply: null,
    attachments: question.media,
  })
  const { timers, conversation: none } = forget(row)
  return { ...opened, timers: [...(opened.timers ?? []), ...timers], conversation: none }
}

/** The question is given up. */
const forget = ({ subject, kind }: TimerRow) => ({
  timers: [{ subject, kind, dueAt: null, step: 0 }],
  conversation: { key: subject, value: null },
})

/** 「匿名」 and no word more makes no case; it goes with what he says as long as that may still be the answer. */
function waitsOn(row: TimerRow, { question, askedAt }: Conversation, world: World): Decision {
  const until = new Date(askedAt.getTime() + ANSWER_WITHIN_MS)
  if (world.now >= until || !onlyWish(question)) return forget(row)
  return { timers: [{ subject: row.subject, kind: row.kind, dueAt: until, step: 0 }] }
}
