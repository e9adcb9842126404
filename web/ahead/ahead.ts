import { z } from 'zod'
import type { Notice } from '../../domain/notice.ts'
import type { Recipient } from '../../domain/recipient.ts'
import type { Task } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import type { Foreseen } from '../../domain/escalation/foresee.ts'
import { findTown, nameOf } from '../../domain/people/directory.ts'
import { hindrances, STOPS, type Doors } from '../../domain/people/reach.ts'
import type { Desk } from '../desk.ts'
import { AHEAD, GATHERED, HINDRANCES } from '../wording/ahead.ts'
import { ENTRY_NAMES } from '../wording/case.ts'
import { doorsTo } from './doors.ts'

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
  /** it would go on: there were so many steps that it was looked at only so far */
  cut: z.boolean(),
  steps: z.array(z.object({ at: z.string(), title: z.string(), told: z.array(told) })),
  /** who would not hear of it, or could not act on it */
  lacking: z.array(z.object({ name: z.string(), reached: z.boolean(), why: z.array(z.string()) })),
})
type Ahead = z.infer<typeof aheadShape>
type Told = z.infer<typeof told>
type Someone = z.infer<typeof person>

/** The timers of a case and of its book put forward on a copy, as a list that can be read. */
export async function ahead(desk: Desk, task: Task, until: Date, now: Date): Promise<Ahead> {
  const { steps: found, cut } = await desk.foresee(task, until)
  const town = findTown(desk.ctx, task.town)
  const doors = await doorsTo(desk, found)
  const steps = found
    .filter(({ events, notices }) => events.length > 0 || notices.length > 0)
    .map((step) => ({
      at: step.at.toISOString(),
      title: titleOf(desk, step),
      told: toldAt(desk, town, step, doors),
    }))
  const seen = { now: now.toISOString(), until: (cut ?? until).toISOString(), cut: cut !== null }
  return { no: task.caseNo, ...seen, steps, lacking: lackingIn(steps) }
}

/** What is about an entry of the book names it. */
function titleOf({ eventName }: Desk, { events: [first], entry }: Foreseen): string {
  const title = first ? (AHEAD.step(first) ?? eventName(first.type)) : AHEAD.reminded
  return entry ? AHEAD.about(ENTRY_NAMES[entry.kind] ?? AHEAD.entry, entry.no, title) : title
}

/** Who hears the same at the same time is one line. */
function toldAt(desk: Desk, town: Town, step: Foreseen, doors: Doors): Told[] {
  const lines = new Map<string, Told>()
  for (const notice of step.notices) {
    const at = (notice.notBefore > step.at ? notice.notBefore : step.at).toISOString()
    const words = desk.words(notice.body)
    const line = lines.get(`${at}|${words}`) ?? { at, to: [], words }
    line.to.push(someone(town, step, notice, doors))
    lines.set(`${at}|${words}`, line)
  }
  return [...lines.values()]
}

function someone(town: Town, { task, gathered }: Foreseen, notice: Notice, doors: Doors): Someone {
  const found = hindrances(notice.to, town, notice.notBefore, doors)
  const reached = !found.some((each) => STOPS.includes(each))
  return {
    name: called(town, task, notice.to),
    instead: reached || !notice.fallback ? null : called(town, task, notice.fallback),
    reached,
    why: [...found.map((each) => HINDRANCES[each]), ...(gathered.has(notice.key) ? [GATHERED] : [])],
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
