import type { Policy, Rung, RungTarget, Clock } from '../../../domain/policy.ts'
import type { Decision } from '../../../domain/decision.ts'
import type { Person, Role, Town } from '../../../domain/town.ts'
import type { Task } from '../../../domain/task.ts'
import { fire } from '../../../domain/escalation/fire.ts'
import { aTask } from '../duplicate/tasks.ts'
import { station, town } from '../township.ts'
import { CALENDAR_2026 } from '../year2026.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** Tuesday 09:00 in Shanghai: the case was given to its unit */
const BEGAN = new Date('2026-11-24T09:00:00+08:00')
export const after = (ms: number): Date => new Date(BEGAN.getTime() + ms)

const person = (userid: string, at: string | null, ...roles: Role[]): Person => ({
  userid,
  name: userid,
  station: at,
  roles,
  licence: null,
  licenceUntil: null,
})
const rung = (clock: Clock, days: number, ...to: RungTarget[]): Rung => ({
  clock,
  after: { amount: days, unit: 'd' },
  to,
})
const plain = town('QS', '青石镇')
const limits = {
  sign: { amount: 2, unit: 'h' },
  arrive: { amount: 1, unit: 'd' },
  finish: { amount: 5, unit: 'd' },
  hours: 'always',
} as const

const POLICY: Policy = {
  ...plain.policy,
  levels: { emergency: limits, urgent: limits, normal: limits },
  remindAt: [0.5, 0.75],
  ladder: [
    rung('sign', 0, 'duty', 'station_head'),
    rung('sign', 1, 'command_room'),
    rung('arrive', 0, 'station_head'),
    rung('finish', 0, 'station_head', 'command_room'),
    rung('finish', 1, 'leaders', 'supervisor'),
    rung('finish', 2, 'leaders'),
  ],
}
export const TOWN: Town = {
  ...plain,
  policy: POLICY,
  stations: [{ ...station('hb'), name: '环保站', head: 'head', duty: ['duty'], group: 'g-hb' }],
  people: [person('head', 'hb', 'head'), person('duty', 'hb'), person('sup', null, 'supervisor')],
  commandRoom: 'g-room',
  leaders: 'g-top',
}

/** A case its unit was given on Tuesday at nine, and nobody signed. */
export const given = (more: Partial<Task> = {}): Task =>
  aTask('养猪场臭味很大', {
    lead: 'hb',
    createdAt: BEGAN,
    dispatchedAt: BEGAN,
    assignedAt: BEGAN,
    due: { sign: after(2 * HOUR), arrive: after(DAY), finish: after(5 * DAY) },
    reporters: [{ userid: 'li', chat: { type: 'single', id: 'li' } }],
    ...more,
  })
export const SIGNED: Partial<Task> = {
  stage: 'signed',
  holder: 'officer',
  signedAt: after(HOUR),
  activeAt: after(HOUR),
}
const time = { extra: 0, suspended: { since: BEGAN.toISOString(), until: after(9 * DAY).toISOString(), why: '等鉴定' } }
export const SUSPENDED: Partial<Task> = { understood: { time } as Task['understood'] }

/** What a timer that comes due leads to. */
export function fired(task: Task, kind: string, step: number, ms: number, more: Partial<Policy> = {}): Decision {
  const now = after(ms)
  const hand = { task, town: TOWN, policy: { ...POLICY, ...more } }
  const world = { towns: [TOWN], calendar: CALENDAR_2026, now, id: () => 'x' }
  return fire(hand, { kind, step, dueAt: now }, world)
}

/** Who is told what: 「overdue g-room」. */
export const told = ({ notices = [] }: Decision): string[] =>
  notices.map(({ body, to }) => {
    const id = to.kind === 'person' ? to.userid : to.kind === 'chat' ? to.chat.id : to.id
    return `${body.kind} ${id}`
  })
export const bodies = ({ notices = [] }: Decision) => notices.map(({ body }) => body)

/** The timer of that kind as it is set last. */
export const timer = ({ timers = [] }: Decision, kind: string) => {
  const set = timers.findLast((each) => each.kind === kind)
  return set && { step: set.step, dueAt: set.dueAt }
}
export const types = ({ events = [] }: Decision): string[] => events.map(({ type }) => type)
