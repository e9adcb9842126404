import type { Decision, NewEvent, TimerChange } from '../decision.ts'
import type { Notice, NoticeBody, NoticeQueue } from '../notice.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { quietEnd } from '../clock/quiet.ts'
import { unbarred } from '../people/barred.ts'
import { recipientKey, type Address } from '../people/recipients.ts'
import { listed, maskBut } from '../privacy/mask.ts'
import type { Entry } from './entry.ts'

/**
 * A decision being made about something in the book that is no case, or beside it. It lives only inside one pure function
 * call; `decided` turns it into the immutable Decision. Whatever belongs to a case is decided with the case (case/draft.ts `enter`).
 */
export type Desk = {
  readonly world: World
  readonly town: Town
  /** the case it is about: whom that accuses hears nothing of it */
  readonly task: Task | null
  /** it waits for nothing, not for the end of the night */
  readonly urgent: boolean
  readonly entries: Map<string, Entry>
  readonly events: NewEvent[]
  readonly notices: Notice[]
  readonly timers: TimerChange[]
}

export function atDesk(
  world: World,
  town: Town,
  { task = null, urgent = false }: Readonly<{ task?: Task | null; urgent?: boolean }> = {},
): Desk {
  return { world, town, task, urgent, entries: new Map(), events: [], notices: [], timers: [] }
}

/** Writes an entry, and what happened to it into the log that is for ever: no name of a villager may stand in `data`. */
export function put(
  desk: Desk,
  entry: Entry,
  type: string,
  by: string,
  data: Readonly<Record<string, unknown>> = {},
): void {
  desk.entries.set(entry.id, entry)
  desk.events.push({ taskId: entry.taskId ?? entry.id, caseNo: entry.no, type, by, at: desk.world.now, data })
}

export function arm(desk: Desk, entry: Entry, kind: string, dueAt: Date | null, step = 0): void {
  desk.timers.push({ subject: entry.id, kind, dueAt, step })
}

/** Says something at once. */
export function say(desk: Desk, queue: NoticeQueue, entry: Entry, address: Address, body: NoticeBody): void {
  add(desk, queue, entry, address, body, desk.world.now, 0)
}

/** A reminder waits for the end of quiet hours and for its neighbours, unless it is urgent. */
export function remind(desk: Desk, entry: Entry, address: Address, body: NoticeBody): void {
  const { quietHours, mergeWithin } = desk.town.policy
  const lasting = whileIn(entry, body)
  if (desk.urgent) return add(desk, 'alerts', entry, address, lasting, desk.world.now, 0)
  add(desk, 'alerts', entry, address, lasting, quietEnd(quietHours, desk.world.now), mergeWithin)
}

/** Only to be said while the entry is as it is now. */
export const whileIn = ({ id, state }: Entry, body: NoticeBody): NoticeBody => ({
  ...body,
  while: { entry: id, state },
})

function add(
  desk: Desk,
  queue: NoticeQueue,
  entry: Entry,
  asked: Address,
  body: NoticeBody,
  notBefore: Date,
  wait: number,
): void {
  const { no, version, taskId } = entry
  const [address] = desk.task ? unbarred(desk.task, desk.town, [asked]) : [asked]
  if (!address) return
  const { to, fallback } = address
  desk.notices.push({
    key: `${no}|v${version + 1}|${body.kind}|${desk.notices.length}|${recipientKey(to)}`,
    taskId,
    queue,
    urgent: desk.urgent,
    to,
    body: shown(body, desk.town),
    reply: null,
    notBefore,
    dueAt: new Date(notBefore.getTime() + wait),
    fallback,
  })
}

/** Whatever somebody wrote: a number of a phone or of a person is not passed on. */
function shown(body: NoticeBody, town: Town): NoticeBody {
  return 'note' in body && typeof body.note === 'string'
    ? ({ ...body, note: maskBut(body.note, listed(town)) } as NoticeBody)
    : body
}

export function decided({ entries, events, notices, timers }: Desk): Decision {
  return { entries: [...entries.values()], events, notices, timers }
}
