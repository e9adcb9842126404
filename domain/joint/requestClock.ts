import type { Entry } from '../book/entry.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { arm, put, remind, type Desk } from '../book/desk.ts'
import { factsOf } from '../case/facts.ts'
import { findStation, nameOf } from '../people/directory.ts'
import { commandRoom } from '../people/recipients.ts'
import { REQUEST_UP_MS } from './limits.ts'
import type { RequestFacts } from './said.ts'
import { answerable } from './tell.ts'

/** The kind of the timer of a request. */
export const REQUEST = 'request'
export type Request = Entry<'request'>

/** Nobody answered: the head of the unit, then the command room. */
export function fireRequest(
  desk: Desk,
  { task, town }: Readonly<{ task: Task; town: Town }>,
  request: Request,
  step: number,
): void {
  if (request.state !== 'asked') return arm(desk, request, REQUEST, null)
  put(desk, request, 'help-late', 'system', { station: request.data.to, step })
  const body = { kind: 'request-late', facts: factsOf(task, town), request: requestFacts(request, town) } as const
  const told = step === 0 ? answerable(desk, request.data.to) : commandRoom(town)
  for (const address of told) remind(desk, request, address, { ...body, to: step === 0 ? 'unit' : 'command' })
  arm(desk, request, REQUEST, step === 0 ? new Date(desk.world.now.getTime() + REQUEST_UP_MS) : null, step + 1)
}

export function requestFacts({ no, state, dueAt, at, data }: Request, town: Town): RequestFacts {
  const { answer, reason } = data
  return {
    no,
    unit: findStation(town, data.to)?.name ?? data.to,
    from: findStation(town, data.from)?.name ?? '',
    by: nameOf(town, data.by) ?? '',
    reason,
    dueAt: (dueAt ?? at).toISOString(),
    state,
    answer: answer && { by: nameOf(town, answer.by) ?? '', note: answer.note },
  }
}
