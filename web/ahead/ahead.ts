import { z } from 'zod'
import type { Notice, Recipient } from '../../domain/notice.ts'
import type { Task } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import { foresee, type Foreseen } from '../../domain/escalation/foresee.ts'
import { nameOf } from '../../domain/people/directory.ts'
import { hindrances, STOPS } from '../../domain/people/reach.ts'
import type { Desk } from '../desk.ts'
import { AHEAD, HINDRANCES } from '../wording/ahead.ts'

const person = z.object({
  name: z.string(),
  /** whom it goes to where it cannot be delivered */
  instead: z.string().nullable(),
  reached: z.boolean(),
  why: z.array(z.string()),
})
const told = z.object({ at: z.string(), to: z.array(person), words: z.string() })

/** What would happen to a case if nobody did anything. Nothing of it is kept. */
export const aheadShape = z.object({
  no: z.string(),
  now: z.string(),
  until: z.string(),
  steps: z.array(z.object({ at: z.string(), title: z.string(), told: z.array(told) })),
  /** who would not hear of it, or could not act on it */
  lacking: z.array(z.object({ name: z.string(), reached: z.boolean(), why: z.array(z.string()) })),
})
type Ahead = z.infer<typeof aheadShape>
type Told = z.infer<typeof told>
type Someone = z.infer<typeof person>

/** The timers of a case put forward on a copy, as a list that can be read. */
export async function ahead(desk: Desk, task: Task, until: Date, now: Date): Promise<Ahead> {
  const { towns, calendar, id, store } = desk.ctx
  const hand = await desk.hand(task)
  const found = foresee(hand, await store.timersOf(task.id), until, { towns, calendar, now, id })
  const canWrite = await writable(desk, found)
  const steps = found
    .filter(({ events, notices }) => events.length > 0 || notices.length > 0)
    .map((step) => ({ at: step.at.toISOString(), title: titleOf(step), told: toldAt(desk, hand.town, step, canWrite) }))
  return { no: task.caseNo, now: now.toISOString(), until: until.toISOString(), steps, lacking: lackingIn(steps) }
}

const titleOf = ({ events: [first] }: Foreseen): string => (first ? AHEAD.step(first) : AHEAD.reminded)

/** Where the app is set up the bot may write to everybody; else only to who wrote to it once. */
async function writable({ ctx }: Desk, found: readonly Foreseen[]): Promise<(userid: string) => boolean> {
  if (ctx.channel.states().some(({ name }) => name === 'app')) return () => true
  const all = found.flatMap(({ notices }) => notices.flatMap(({ to }) => (to.kind === 'person' ? to.userid : [])))
  const asked = [...new Set(all)]
  const wrote = await Promise.all(asked.map((userid) => ctx.store.hasWritten(userid)))
  const known = new Set(asked.filter((_, at) => wrote[at]))
  return (userid) => known.has(userid)
}

/** Who hears the same at the same time is one line. */
function toldAt(desk: Desk, town: Town, step: Foreseen, canWrite: (userid: string) => boolean): Told[] {
  const lines = new Map<string, Told>()
  for (const notice of step.notices) {
    const at = (notice.notBefore > step.at ? notice.notBefore : step.at).toISOString()
    const words = desk.words(notice.body)
    const line = lines.get(`${at}|${words}`) ?? { at, to: [], words }
    line.to.push(someone(town, step.task, notice, canWrite))
    lines.set(`${at}|${words}`, line)
  }
  return [...lines.values()]
}

function someone(town: Town, task: Task, notice: Notice, canWrite: (userid: string) => boolean): Someone {
  const found = hindrances(notice.to, town, notice.notBefore, canWrite)
  const reached = !found.some((each) => STOPS.includes(each))
  return {
    name: called(town, task, notice.to),
    instead: reached || !notice.fallback ? null : called(town, task, notice.fallback),
    reached,
    why: found.map((each) => HINDRANCES[each]),
  }
}

/** Who reported is never named. */
function called(town: Town, task: Task, to: Recipient): string {
  if (to.kind === 'chat') return AHEAD.reporter(task.reporters.length)
  if (to.kind === 'person') return nameOf(town, to.userid) ?? AHEAD.stranger
  return town.groups.find(({ id }) => id === to.id)?.name ?? AHEAD.lostGroup
}

/** Each once; who cannot be reached at all comes first. */
function lackingIn(steps: Ahead['steps']): Ahead['lacking'] {
  const all = steps.flatMap((step) => step.told.flatMap(({ to }) => to.filter(({ why }) => why.length > 0)))
  const once = new Map(all.map(({ name, reached, why }) => [`${name}|${why.join()}`, { name, reached, why }]))
  return [...once.values()].toSorted((a, b) => Number(a.reached) - Number(b.reached))
}
