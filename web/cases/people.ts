import { isToReporter } from '../../domain/case/undelivered.ts'
import type { OutboxRow } from '../../domain/notice.ts'
import type { Recipient } from '../../domain/recipient.ts'
import { isReporter } from '../../domain/people/audience.ts'
import { findStation } from '../../domain/people/directory.ts'
import type { Task } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import { CASE } from '../wording/case.ts'

/** Somebody of the staff as others speak of him: unit and name. Whoever is not listed (any more) stays unnamed. */
export function staffName(town: Town, userid: string): string | null {
  const person = town.people.find((each) => each.userid === userid)
  if (!person) return null
  const station = findStation(town, person.station)
  return station ? `${station.name} ${person.name}` : person.name
}

/** Who did something, as the log names him; whoever reported it is never named. */
export function doer(town: Town, by: string): string {
  if (by === 'system') return CASE.system
  return staffName(town, by) ?? CASE.reporter
}

/** Who sent a file. */
export const sender = (task: Task, town: Town, by: string): string =>
  isReporter(task, by) ? CASE.reporter : doer(town, by)

/** To whom a message goes. */
export function recipient(row: OutboxRow, task: Task, town: Town): string {
  return isToReporter(row, task) ? CASE.reporter : called(row.to, town)
}

/** Somebody a message may go to instead. */
export function called(to: Recipient, town: Town): string {
  if (to.kind === 'group') return town.groups.find(({ id }) => id === to.id)?.name ?? CASE.group
  if (to.kind === 'chat') return CASE.reporter
  if (to.kind === 'hook') return CASE.system
  return staffName(town, to.userid) ?? CASE.gone
}
