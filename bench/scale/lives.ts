import type { Core } from '../../app.ts'
import type { MovableClock } from '../../clock.ts'
import type { Inbound } from '../../domain/inbound.ts'
import type { Stage, Task } from '../../domain/task.ts'
import { DAY, instant } from '../../domain/calendar/zone.ts'
import { officerOf, reportText } from './county.ts'

/** One in so many is signed a day late and finished a week late, so that it is reminded of and escalated. */
const LATE_EVERY = 20
/** of five villagers so many answer; the case of the others is closed when its window is over */
const ANSWERING = 2
/** Somebody reports about once in four months. */
const DAYS_APART = 120
const MOST = 10_000

export type Day = Readonly<{ day: string; from: number; count: number; perDay: number }>
/** ms of the processor and of the wall that the work since midnight took, at the first look of the morning */
export type Driven = Readonly<{ nightMs: number }>

/** One day of a county: reports, signatures, results and answers, each when people do them. */
export async function driveDay(core: Core, clock: MovableClock, { day, from, count, perDay }: Day): Promise<Driven> {
  const pool = perDay * DAYS_APART
  const at = async (minute: number): Promise<void> => {
    clock.set(instant(day, minute))
    await core.jobs.sweep()
  }
  const say = async (messages: readonly Inbound[]): Promise<void> => {
    await Promise.all(messages.map(core.receive))
    await core.idle()
  }
  const villagers = (first: number, last: number) => Array.from({ length: last - first }, (_, n) => first + n)
  const noon = from + Math.ceil(count / 2)

  const began = performance.now()
  await at(9 * 60)
  const nightMs = performance.now() - began
  await say(villagers(from, noon).map((n) => message(`v-${n % pool}`, `s-${n}`, reportText(n))))
  await at(10 * 60)
  await say(await toSign(core, clock.now()))
  await at(14 * 60 + 40)
  await say(villagers(noon, from + count).map((n) => message(`v-${n % pool}`, `s-${n}`, reportText(n))))
  await at(15 * 60 + 30)
  await say(await toSign(core, clock.now()))
  await at(16 * 60 + 30)
  await say(await toFinish(core, clock.now()))
  await at(19 * 60)
  const yesterday = villagers(Math.max(0, from - perDay), from).filter((n) => n % 5 < ANSWERING)
  await say(yesterday.map((n) => message(`v-${n % pool}`, `solved-${n}`, '解决了')))
  await say(yesterday.map((n) => message(`v-${n % pool}`, `rated-${n}`, '满意')))
  return { nightMs: Math.round(nightMs) }
}

const isLate = ({ seq }: Task): boolean => seq % LATE_EVERY === 0
const olderThan = (task: Task, now: Date, days: number): boolean =>
  now.getTime() - task.createdAt.getTime() > days * DAY

async function toSign(core: Core, now: Date): Promise<readonly Inbound[]> {
  const waiting = (await inStage(core, 'dispatched')).filter((task) => !isLate(task) || olderThan(task, now, 1))
  return waiting.map((task) => message(officerOf(task.lead ?? ''), `sign-${task.caseNo}`, `签收 ${task.caseNo}`))
}

async function toFinish(core: Core, now: Date): Promise<readonly Inbound[]> {
  const signed = (await inStage(core, 'signed')).filter((task) => !isLate(task) || olderThan(task, now, 10))
  return signed.map((task) =>
    message(task.holder ?? '', `finish-${task.caseNo}`, `办结 ${task.caseNo} 已劝离，摊主答应进市场经营`),
  )
}

async function inStage({ ctx }: Core, stage: Stage): Promise<readonly Task[]> {
  const found = await Promise.all(
    ctx.towns.map(({ code }) => ctx.store.tasks({ town: code, stages: [stage], limit: MOST })),
  )
  return found.flat()
}

export function message(from: string, dedupeKey: string, text: string): Inbound {
  const content = { kind: 'text', text, quote: null } as const
  return { channel: 'aibot', dedupeKey, from, chat: { type: 'single', id: from }, content, reply: null }
}
