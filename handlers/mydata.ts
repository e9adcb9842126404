import type { Context, TimerRow } from '../context.ts'
import type { Decision } from '../domain/decision.ts'
import type { World } from '../domain/world.ts'
import { factsOf } from '../domain/case/facts.ts'
import { MINUTE } from '../domain/calendar/zone.ts'
import { findTown } from '../domain/people/directory.ts'
import { maskSelf } from '../domain/privacy/mask.ts'
import { OPEN_STAGES, STAGES } from '../domain/task.ts'
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

/** 删除我的信息 is asked back once; what else he was asked stays open. */
export async function onErase(turn: Turn): Promise<Result> {
  if (turn.speaker.person) return refusal('ask-admin', null)
  const until = new Date(turn.world.now.getTime() + SURE_MS)
  await turn.ctx.store.putNote({ key: noteKey(turn), value: '', until })
  return answer('asked whether to erase', { kind: 'my-data', reports: 0, cases: [], sure: true })
}

/** 确认删除: nobody can find out any more who he was. Cases go on without him. */
export async function onEraseSure(turn: Turn): Promise<Result> {
  const asked = turn.speaker.person ? null : await turn.ctx.store.takeNote(noteKey(turn))
  if (!asked || asked.until === null || asked.until <= turn.world.now) return onErase(turn)
  const open = (await reported(turn, OPEN_STAGES)).length
  // he still hears that it is done
  const dueAt = new Date(turn.world.now.getTime() + MINUTE)
  const timers = [{ subject: turn.row.from, kind: ERASE, dueAt, step: 0 }]
  return { note: 'will be forgotten', decision: { timers }, answers: [{ kind: 'erased', open }], ask: null }
}

/** The name of the timer that forgets somebody. */
export const ERASE = 'erase'

/** Forgets a person: what ties his name to anything, and what he wrote; of his cases what says who he is. */
export async function forgotten({ store }: Context, { subject, kind }: TimerRow, world: World): Promise<Decision> {
  const own = await store.tasks({ reporter: subject, stages: STAGES, limit: MOST })
  const more: Decision[] = own.map((task) => ({ task: { ...task, text: maskSelf(task.text) } }))
  const access = { id: world.id(), kind: 'erase', by: 'reporter', second: null, caseNo: null } as const
  return {
    more,
    erase: [subject],
    access: [{ ...access, reason: `${own.length} cases`, at: world.now }],
    timers: [{ subject, kind, dueAt: null, step: 0 }],
  }
}
