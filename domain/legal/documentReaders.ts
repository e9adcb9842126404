import type { Task } from '../task.ts'
import type { Person, Role, Town } from '../town.ts'
import { isBarred } from '../people/barred.ts'

const READ: readonly Role[] = ['reviewer', 'supervisor', 'dispatcher']

/**
 * Who may have the documents of a case: its unit, who reviews, who supervises, the command room, the unit that guides;
 * `reviews` = he is given this one, though he is of another township.
 */
export function mayHaveDocuments(task: Task, town: Town, userid: string, reviews = false): boolean {
  if (isBarred(task, town, userid)) return false
  const person = find(town, userid)
  if (!person) return reviews
  return gives(task, person) || person.roles.some((role) => READ.includes(role)) || guides(task, person)
}

/** Only the unit that has the case gives a document its number; all others read. */
export function mayGiveNumbers(task: Task, town: Town, userid: string): boolean {
  const person = find(town, userid)
  return person !== null && gives(task, person) && !isBarred(task, town, userid)
}

const find = (town: Town, userid: string): Person | null => town.people.find((each) => each.userid === userid) ?? null

const gives = ({ lead }: Task, { station }: Person): boolean => station !== null && station === lead

const guides = ({ understood }: Task, { station }: Person): boolean => station !== null && station === understood?.guide
