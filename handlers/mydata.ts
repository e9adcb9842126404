import type { Context, TimerRow } from '../context.ts'
import type { Decision, TimerChange, Trace } from '../domain/decision.ts'
import type { World } from '../domain/world.ts'
import { factsOf } from '../domain/case/facts.ts'
import { MINUTE } from '../domain/calendar/zone.ts'
import { findTown } from '../domain/people/directory.ts'
import { listed, maskBut, maskSelf } from '../domain/privacy/mask.ts'
import { tracesIn, withoutName } from '../domain/privacy/told.ts'
import { OPEN_STAGES, STAGES, type Stage, type Task } from '../domain/task.ts'
import { refusal } from './acts.ts'
import { reported } from './cases.ts'
import { answer, type Result, type Turn } from './turn.ts'

const LISTED = 10
const MOST = 1000

/** 我的信息: what is kept of a person. */
export async function onMyData(turn: Turn): Promise<Result> {
  if (turn.speaker.person) return refusal('ask-admin', null)
  if (turn.row.chat.type === 'group') return refusal('reveal-private', null)
  const own = await reported(turn, STAGES)
  const cases = own.slice(0, LISTED).map((task) => factsOf(task, findTown(turn.world, task.town)))
  return answer('my data', { kind: 'my-data', reports: own.length, cases, sure: false })
}

const SURE_MS = 30 * MINUTE
const noteKey = ({ speaker }: Turn): string => `erase ${speaker.userid}`

/** Cases that still need what he said and sent: they go on without his name. */
const GOING_ON: readonly Stage[] = [...OPEN_STAGES, 'finished']

/** 删除我的信息 is asked back once; what else he was asked stays open. */
export async function onErase(turn: Turn): Promise<Result> {
  if (turn.speaker.person) return refusal('ask-admin', null)
  const until = new Date(turn.world.now.getTime() + SURE_MS)
  await turn.ctx.store.putNote({ key: noteKey(turn), value: '', until })
  const open = (await reported(turn, GOING_ON)).length
  return answer('asked whether to erase', { kind: 'my-data', reports: open, cases: [], sure: true })
}

/** 「算了不删了」: nothing is deleted, and a later 确认删除 is asked back anew. Null where he was not asked. */
export async function onKeep(turn: Turn): Promise<Result | null> {
  const asked = await turn.ctx.store.takeNote(noteKey(turn))
  return asked && answer('keeps it', { kind: 'kept-how', what: 'erase-not' })
}

/** 确认删除: nobody can find out any more who he was. Cases go on without him, and what was not yet one becomes one now. */
export async function onEraseSure(turn: Turn): Promise<Result> {
  const asked = turn.speaker.person ? null : await turn.ctx.store.takeNote(noteKey(turn))
  if (!asked || asked.until === null || asked.until <= turn.world.now) return onErase(turn)
  const open = (await reported(turn, GOING_ON)).length
  // he still hears that it is done
  const dueAt = new Date(turn.world.now.getTime() + MINUTE)
  const timers = [{ subject: turn.speaker.userid, kind: ERASE, dueAt, step: 0 }, ...halfTold(turn)]
  return { note: 'will be forgotten', decision: { timers }, answers: [{ kind: 'erased', open }] }
}

/** What he told and was asked about is made a case before he is forgotten, as if he had not answered. */
function halfTold({ pending, world }: Turn): TimerChange[] {
  if (!pending || !('media' in pending.question)) return []
  return [{ subject: pending.key, kind: 'question', dueAt: world.now, step: 0 }]
}

/** The name of the timer that forgets somebody. */
export const ERASE = 'erase'

/** Forgets a person: what ties his name to anything, and what he wrote and sent; of what his open cases need, what says who he is. */
export async function forgotten(ctx: Context, { subject, kind }: TimerRow, world: World): Promise<Decision> {
  const { store, media } = ctx
  const own = await store.tasks({ reporter: subject, stages: STAGES, limit: MOST })
  const more: Decision[] = own.map((task) => ({ task: withoutHim(task, world) }))
  const going = await store.filesToGo({ what: 'person', by: subject }, MOST)
  await media.remove(going.files)
  const access = { id: world.id(), kind: 'erase', by: 'reporter', second: null, caseNo: null } as const
  return {
    more,
    erase: [subject],
    traces: await tracesOf(ctx, own, subject),
    reworded: await stillNeeded(ctx, own, subject),
    filesGone: going.ids,
    access: [{ ...access, reason: `${own.length} cases, ${going.ids.length} files`, at: world.now }],
    timers: [{ subject, kind, dueAt: null, step: 0 }],
  }
}

const withoutHim = (task: Task, world: World): Task => ({
  ...task,
  text: maskSelf(task.text),
  result: task.result && withoutName(task.text)(maskBut(task.result, listed(findTown(world, task.town)))),
})

/** His name and number, as he gave them: whoever works on his case may have written them down. */
async function tracesOf({ store }: Context, own: readonly Task[], by: string): Promise<Trace[]> {
  const reports = await Promise.all(own.map(({ id }) => store.reports(id)))
  const said = reports.flat().filter(({ userid }) => userid === by)
  const texts = new Set(said.flatMap(({ text }) => tracesIn(text)))
  return own.flatMap(({ id }) => [...texts].map((text) => ({ taskId: id, text })))
}

/** His words of cases that go on, without what says who he is; the rest goes when they are over. */
async function stillNeeded({ store }: Context, own: readonly Task[], by: string) {
  const open = own.filter(({ stage }) => GOING_ON.includes(stage))
  const reports = await Promise.all(open.map(({ id }) => store.reports(id)))
  return reports
    .flat()
    .filter(({ userid }) => userid === by)
    .map(({ id, text }) => ({ id, text: maskSelf(text) }))
}
