import type { Context } from '../context.ts'
import type { Decision } from '../domain/decision.ts'
import type { Task } from '../domain/task.ts'
import { ofKind, type Entry } from '../domain/book/entry.ts'
import { parts } from '../domain/decision.ts'
import {
  after,
  nextOf,
  type Foreseen,
  type Foresight,
  type Imagined,
  type Ticking,
} from '../domain/escalation/foresee.ts'
import { withinMeasure } from './digest/heard.ts'
import { imaginedContext } from './imagined.ts'
import { following } from './timer.ts'
import { worldOf } from './world.ts'

/** A ladder that would go on for ever is looked at so far. */
const MOST = 200
const MOST_HANDOVERS = 200

/** What the timers of a case and of its book do until an instant, by the very code that does it, on a copy: nothing is kept. */
export async function foresee(ctx: Context, task: Task, until: Date): Promise<Foresight> {
  const steps: Foreseen[] = []
  const start = ctx.now()
  let imagined = await standing(ctx, task)
  for (;;) {
    const next = nextOf(imagined)
    if (!next || next.dueAt > until) return { steps, cut: null }
    if (steps.length >= MOST) return { steps, cut: steps.at(-1)?.at ?? start }
    const at = next.dueAt > start ? next.dueAt : start
    const { decision, step } = await fired(ctx, imagined, steps, next, at)
    imagined = after(imagined, next, decision)
    steps.push({ ...step, task: imagined.task })
  }
}

async function standing(ctx: Context, task: Task): Promise<Imagined> {
  const { store } = ctx
  const asked = { town: task.town, kinds: ['handover'], states: ['asked'], limit: MOST_HANDOVERS } as const
  const [own, handovers] = await Promise.all([store.entriesOf(task.id), store.entries(asked)])
  // a handover belongs to no case, and yet this one may go with it
  const along = ofKind(handovers, 'handover').filter(({ data }) => data.cases.includes(task.id))
  const book: readonly Entry[] = [...own, ...along]
  const timers = await Promise.all([task.id, ...book.map(({ id }) => id)].map((id) => store.timersOf(id)))
  return { task, book, timers: timers.flat() }
}

type Fired = Readonly<{ decision: Decision; step: Omit<Foreseen, 'task'> }>

async function fired(
  ctx: Context,
  imagined: Imagined,
  before: readonly Foreseen[],
  timer: Ticking,
  at: Date,
): Promise<Fired> {
  const told = before.flatMap(({ notices }) => notices)
  const copy = imaginedContext(ctx, imagined, told, at)
  const world = worldOf(copy)
  const made = await following(copy, { ...timer, id: timer.subject }, world)
  const decision = await withinMeasure(copy, made, world)
  const notices = noticesOf(decision)
  const due = new Map(noticesOf(made).map((notice) => [notice.key, notice.notBefore.getTime()]))
  const gathered = new Set(notices.flatMap(({ key, notBefore }) => (due.get(key) === notBefore.getTime() ? [] : key)))
  const entry = imagined.book.find(({ id }) => id === timer.subject) ?? null
  const events = parts(decision).flatMap((part) => part.events ?? [])
  return { decision, step: { at, kind: timer.kind, entry, events, notices, gathered } }
}

const noticesOf = (decision: Decision) => parts(decision).flatMap(({ notices = [] }) => notices)
