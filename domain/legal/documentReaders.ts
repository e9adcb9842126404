import type { Task } from '../task.ts'
import type { Person, Role, Town } from '../town.ts'
import { isBarred } from '../people/barred.ts'
import { stationsCalled } from '../people/called.ts'

const READ: readonly Role[] = ['reviewer', 'supervisor', 'dispatcher']

/** Who may have the documents of a case: its unit, who reviews, who supervises, the command room, the unit that guides. */
export function mayHaveDocuments(task: Task, town: Town, userid: string): boolean {
  const person = find(town, userid)
  if (!person || isBarred(task, town, userid)) return false
  return gives(task, person) || person.roles.some((role) => READ.includes(role)) || guides(task, town, person)
}

/** Only the unit that has the case gives a document its number; all others read. */
export function mayGiveNumbers(task: Task, town: Town, userid: string): boolean {
  const person = find(town, userid)
  return person !== null && gives(task, person) && !isBarred(task, town, userid)
}

const find = (town: Town, userid: string): Person | null => town.people.find((each) => each.userid === userid) ?? null

const gives = ({ lead }: Task, { station }: Person): boolean => station !== null && station === lead

function guides({ item }: Task, town: Town, { station }: Person): boolean {
  const mentor = town.duties.find(({ code }) => code === item)?.mentor
  return mentor ? stationsCalled(mentor, town).some(({ id }) => id === station) : false
}
