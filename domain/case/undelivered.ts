import type { Decision, NewEvent } from '../decision.ts'
import type { Notice, NoticeBody, OutboxRow, Undelivered as Why } from '../notice.ts'
import type { Recipient } from '../recipient.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { isReporter } from '../people/audience.ts'
import { findPerson, findStation } from '../people/directory.ts'
import { commandRoom, leaders, recipientKey, type Address } from '../people/recipients.ts'
import { supervisors, unbarred } from '../people/barred.ts'
import { isBeforeSupervisors } from '../people/beforeSupervisors.ts'
import { unheard } from '../open/unheard.ts'
import { factsOf } from './facts.ts'

/** A notice that cannot be delivered is said to the fallback, and the command room sees 未送达. Nothing is silently dropped. */
export function undelivered(row: OutboxRow, task: Task | null, why: Why, world: World): Decision {
  const town = world.towns.find((t) => t.code === task?.town) ?? world.towns[0]
  // whoever had himself deleted wanted it so: there is nothing anybody could mend
  if (!town || isOfTheMoment(row.body) || why === 'forgotten') return {}
  if (row.to.kind === 'hook') return unheard(row, row.to, task, world)
  return {
    notices: [...instead(row, task), ...report(row, task, town, why, world)].map((n) => ({
      ...n,
      notBefore: world.now,
      dueAt: world.now,
    })),
    events: task ? [eventOf(row, task, why, world)] : [],
  }
}

/** What nobody misses a moment later, a greeting or a card's new face; and word of something undelivered leads to no more of it. */
const isOfTheMoment = ({ kind }: NoticeBody): boolean =>
  ['greeting', 'card-update', 'undelivered', 'hook-parked'].includes(kind)

type Said = Omit<Notice, 'notBefore' | 'dueAt'>

/** One message to the fallback however many people of the unit could not be reached. */
function instead(row: OutboxRow, task: Task | null): Said[] {
  if (!row.fallback || answersOnly(row.body)) return []
  const stem = row.key.split('|').slice(0, 3).join('|')
  return [
    {
      key: `${stem}|fb|${recipientKey(row.fallback)}`,
      taskId: task?.id ?? null,
      queue: row.queue,
      urgent: row.urgent,
      to: row.fallback,
      body: row.body,
      reply: null,
      fallback: null,
    },
  ]
}

const heardBy = (task: Task, town: Town): readonly Address[] =>
  unbarred(task, town, isBeforeSupervisors(task) ? [...supervisors(task, town), ...leaders(town)] : commandRoom(town))

function report(row: OutboxRow, task: Task | null, town: Town, why: Why, world: World): Said[] {
  const who = isToReporter(row, task) ? '' : recipientName(row.to, town, world)
  const room = commandRoom(town)
  return (task ? heardBy(task, town) : room)
    .filter((a) => recipientKey(a.to) !== recipientKey(row.to))
    .map((a) => ({
      key: `${task?.caseNo ?? 'none'}|undelivered|${recipientKey(row.to)}|${recipientKey(a.to)}`,
      taskId: task?.id ?? null,
      queue: 'alerts',
      urgent: row.urgent,
      to: a.to,
      reply: null,
      fallback: a.fallback,
      body: {
        kind: 'undelivered',
        facts: task ? factsOf(task, town) : null,
        who,
        where: whereElse(row, task, town, world),
        why,
      },
    }))
}

/** Where the unit can read it all the same: the fallback, or the group of the unit, which gets every card. */
function whereElse(row: OutboxRow, task: Task | null, town: Town, world: World): string | null {
  if (row.fallback) return recipientName(row.fallback, town, world)
  const lead = findStation(town, task?.lead ?? null)
  const ofUnit = row.to.kind === 'person' && findPerson(world, row.to.userid, town.code)?.person.station === lead?.id
  const group = ofUnit ? lead?.group : null
  return group ? recipientName({ kind: 'group', id: group }, town, world) : null
}

/** The reporter is not named to anyone, though he be one of the staff: he is told apart only as 反映人. */
export const isToReporter = ({ to, queue }: OutboxRow, task: Task | null): boolean =>
  to.kind === 'chat' || (to.kind === 'person' && queue === 'replies' && task !== null && isReporter(task, to.userid))

function recipientName(to: Recipient, town: Town, world: World): string {
  if (to.kind === 'group') return town.groups.find((g) => g.id === to.id)?.name ?? to.id
  if (to.kind === 'person') return findPerson(world, to.userid, town.code)?.person.name ?? ''
  return ''
}

/** An answer to one person is of no use to anybody else. */
function answersOnly(body: NoticeBody): boolean {
  return [
    'refused',
    'detail',
    'my-tasks',
    'morning',
    'work-done',
    'block-counts',
    'help',
    'greeting',
    'ask-text',
    'done',
    'accepted',
    'ask-place',
    'reopened',
    'progress',
    'card-update',
    'dropped',
    'recalled',
    'bind-code',
    'bound',
    'not-bound',
  ].includes(body.kind)
}

function eventOf(row: OutboxRow, task: Task, why: Why, world: World): NewEvent {
  const to = isToReporter(row, task) ? 'reporter' : recipientKey(row.to)
  return {
    taskId: task.id,
    caseNo: task.caseNo,
    type: 'undelivered',
    by: 'system',
    at: world.now,
    data: { notice: row.body.kind, to, why },
  }
}
