import { parts, type Decision, type NewEvent } from '../decision.ts'
import type { Notice } from '../notice.ts'
import type { Task } from '../task.ts'
import type { Hook, Town } from '../town.ts'
import { findStation } from '../people/directory.ts'
import { hookEventOf, type HookEvent } from './events.ts'
import type { HookCase } from './said.ts'
import { isWithheld } from './withheld.ts'

/** A decision with what other systems are to hear of it: rows of the same transaction, or none. */
export function hooked(decision: Decision, towns: readonly Town[]): Decision {
  const calling = towns.filter(({ hooks = [] }) => hooks.length > 0)
  if (calling.length === 0 || !parts(decision).some(({ task }) => task)) return decision
  return calledFor(decision, calling)
}

function calledFor(decision: Decision, towns: readonly Town[]): Decision {
  const { task, more } = decision
  const town = towns.find(({ code }) => code === task?.town)
  const calls = task && town && !isWithheld(task, town) ? callsOf(decision.events ?? [], task, town) : []
  return {
    ...decision,
    ...(calls.length > 0 ? { notices: [...(decision.notices ?? []), ...calls] } : {}),
    ...(more ? { more: more.map((each) => calledFor(each, towns)) } : {}),
  }
}

function callsOf(events: readonly NewEvent[], task: Task, town: Town): Notice[] {
  const own = events.filter(({ taskId }) => taskId === task.id)
  const named = own.flatMap(({ type, at }) => {
    const event = hookEventOf(type)
    return event ? [{ event, at }] : []
  })
  return (town.hooks ?? []).flatMap((hook) =>
    named
      .filter(({ event }) => hook.events.includes(event))
      .map(({ event, at }, n) => call(hook, event, at, n, task, town)),
  )
}

function call({ id }: Hook, event: HookEvent, at: Date, n: number, task: Task, town: Town): Notice {
  return {
    key: `${task.caseNo}|v${task.version + 1}|hook-${event}|${n}|${town.code}-${id}`,
    taskId: task.id,
    queue: 'hooks',
    urgent: false,
    to: { kind: 'hook', town: town.code, id },
    body: { kind: 'hook', event, at: at.toISOString(), town: town.code, case: caseOf(task, town) },
    reply: null,
    notBefore: at,
    dueAt: at,
    fallback: null,
  }
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null

function caseOf(task: Task, town: Town): HookCase {
  return {
    no: task.caseNo,
    stage: task.stage,
    level: task.level,
    unit: findStation(town, task.lead)?.name ?? null,
    opened_at: task.createdAt.toISOString(),
    dispatched_at: iso(task.dispatchedAt),
    signed_at: iso(task.signedAt),
    arrived_at: iso(task.arrivedAt),
    finished_at: iso(task.finishedAt),
    due_at: iso(task.due.finish),
  }
}
