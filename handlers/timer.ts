import type { Context, TimerRow } from '../context.ts'
import { LostRace } from '../domain/lostRace.ts'
import type { Conversation, Decision, Question } from '../domain/decision.ts'
import type { Place } from '../domain/task.ts'
import { supplement } from '../domain/case/reporter.ts'
import { findPlace } from '../domain/route/place.ts'
import { openRelays, waiting } from '../domain/understand/relays.ts'
import { fire } from '../domain/escalation/fire.ts'
import { dangerOf } from '../domain/understand/danger.ts'
import { findPerson } from '../domain/people/directory.ts'
import { tellsNothing } from '../domain/privacy/shieldIn.ts'
import type { Town } from '../domain/town.ts'
import { through, wayOfChat } from '../domain/way.ts'
import type { World } from '../domain/world.ts'
import { ADMISSION } from '../domain/admission/decide.ts'
import { admissionReminder } from './admission.ts'
import { inHand } from './cases.ts'
import { onDaily } from './daily.ts'
import { withinMeasure } from './digest/heard.ts'
import { withFooter } from './footer.ts'
import { withHints } from './hint.ts'
import { fetchLate } from './fetch.ts'
import { homeTown, openFor } from './open.ts'
import { LEARN_NOW, learnNow } from './classifier.ts'
import { BACKUP, backUp } from './backup.ts'
import { PURGE, purge } from './purge.ts'
import { COUNTDOWN, countdown } from './countdown.ts'
import { ERASE, forgotten } from './mydata.ts'
import { LEARN, nextNight } from './nightly.ts'
import { onlyWish } from './shield.ts'
import { partTimers } from './slices.ts'
import { ANSWER_WITHIN_MS } from './turn.ts'
import { worldOf } from './world.ts'

/** Several timers of a case may come due at one instant; more races than this are left to the next look, the row is still there. */
const TRIES = 5

/** A timer came due: decides on the case as it is now and commits. Who lost a race looks again whether anything is due. */
export async function handleTimer(ctx: Context, row: TimerRow): Promise<void> {
  let due: TimerRow | null = row
  for (let tries = 0; due && tries < TRIES; tries += 1) {
    if (await carriedOut(ctx, due)) return
    ctx.log.debug({ timer: row.id }, 'the case moved on while its timer fired')
    due = await stillDue(ctx, due)
  }
}

async function carriedOut(ctx: Context, row: TimerRow): Promise<boolean> {
  const world = worldOf(ctx)
  const decision = await withinMeasure(ctx, await following(ctx, row, world), world)
  try {
    await ctx.store.commit(decision, world.now)
    return true
  } catch (error) {
    if (error instanceof LostRace) return false
    throw error
  }
}

async function stillDue(ctx: Context, { id, step }: TimerRow): Promise<TimerRow | null> {
  const row = await ctx.store.timer(id)
  return row && row.step === step && row.dueAt <= ctx.now() ? row : null
}

/** What follows when a timer comes due; nothing of it is kept here. */
export async function following(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  if (row.kind === 'question') return unanswered(ctx, row, world)
  if (row.kind === ADMISSION) return admissionReminder(ctx, row, world)
  if (row.kind === 'files') return lateFiles(ctx, row)
  if (row.kind === LEARN_NOW) return learnNow(ctx, row, world)
  if (row.kind === PURGE) return purge(ctx, row, world)
  if (row.kind === BACKUP) return backUp(ctx, row, world)
  if (row.kind === COUNTDOWN) return countdown(row, world)
  if (row.kind === ERASE) return forgotten(ctx, row, world)
  if (row.kind === LEARN) return learnt(ctx, row, world)
  const part = partTimers[row.kind]
  if (part) return part(ctx, row, world)
  return (await onDaily(ctx, row, world)) ?? caseTimer(ctx, row, world)
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
  const ended: Decision = {
    timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }],
    conversation: { key: row.subject, value: conversation && afterwards(conversation, world.now) },
  }
  if (!conversation) return ended
  if (!hasTold(conversation.question)) return waitsOn(row, conversation, world) ?? ended
  const decision = await madeOf(ctx, conversation, conversation.question, world)
  const all = { ...decision, ...ended, timers: [...(decision.timers ?? []), ...(ended.timers ?? [])] }
  return withFooter(ctx, all, { name: conversation.userid, chat: conversation.chat })
}

type Telling = Extract<Question, { media: readonly string[] }>

function hasTold(question: Question): question is Telling {
  return (
    'media' in question && question.asks !== 'insist' && (!tellsNothing(question.text) || question.media.length > 0)
  )
}

/** What units asked him goes on waiting. */
function afterwards(conversation: Conversation, now: Date): Conversation | null {
  const question = waiting(openRelays(conversation.question, now))
  return question && { ...conversation, question }
}

async function madeOf(ctx: Context, from: Conversation, question: Telling, world: World): Promise<Decision> {
  const answer = question.asks === 'which' ? await answerOf(ctx, from, question, world) : null
  return through(wayOfChat(from.chat), answer ?? (await openedOf(ctx, from, question, world)))
}

/** It was an answer to one of several units: the one that asked last hears it, and can tell. */
async function answerOf(
  ctx: Context,
  { userid }: Conversation,
  { cases, text, media }: Extract<Question, { asks: 'which' }>,
  world: World,
): Promise<Decision | null> {
  const [caseNo, ...others] = cases
  const task = caseNo === undefined || others.length === 0 ? null : await ctx.store.taskByCaseNo(caseNo)
  if (!task) return null
  const outcome = supplement(await inHand(ctx, task), { userid }, text, media.length, null, world)
  return outcome.ok ? { ...outcome.decision, attach: { taskId: task.id, ids: media } } : null
}

function placeIn(text: string, town: Town): Place | null {
  const found = findPlace(text, [town])
  return found && found.ambiguous.length === 0 ? found.place : null
}

async function openedOf(
  ctx: Context,
  { userid, chat }: Conversation,
  question: Telling,
  world: World,
): Promise<Decision> {
  const spot = knownSpot(question)
  const shared = world.towns.find(({ code }) => code === spot?.town)
  const town = shared ?? homeTown(world, findPerson(world, userid)?.town ?? null)
  const opened = await openFor(ctx.store, world, {
    town,
    place: shared ? (spot?.place ?? null) : placeIn(question.text, town),
    text: question.text,
    reporter: { userid, chat },
    emergency: dangerOf(question.text, town) !== null,
    reply: null,
    attachments: question.media,
  })
  return question.asks === 'same' ? opened : withHints(ctx, opened, town, world)
}

/** 「匿名」 and no word more makes no case; it goes with what he says as long as that may still be the answer. */
function waitsOn(row: TimerRow, { question, askedAt }: Conversation, world: World): Decision | null {
  const until = new Date(askedAt.getTime() + ANSWER_WITHIN_MS)
  if (world.now >= until || !onlyWish(question)) return null
  return { timers: [{ subject: row.subject, kind: row.kind, dueAt: until, step: 0 }] }
}
