import type { Person, Town } from '../town.ts'
import type { Task } from '../task.ts'
import { isBarred } from '../people/barred.ts'
import { mayInvestigate } from '../people/licence.ts'

const person = (town: Town, userid: string): Person | null => town.people.find((each) => each.userid === userid) ?? null

/** Two different people, both licensed that day, neither of them somebody the case is about (§42, §43). */
export function areTwo(officers: readonly string[], task: Task, town: Town, day: string): boolean {
  const fit = [...new Set(officers)].filter((userid) => {
    const found = person(town, userid)
    return found !== null && mayInvestigate(found, day) && !isBarred(task, town, userid)
  })
  return fit.length >= 2
}

/** Who of the township is called so, unit first: two of one name are nobody. */
export function officerCalled(name: string, town: Town, unit: string | null): Person | null {
  const called = town.people.filter((each) => each.name === name || each.userid === name)
  const own = called.filter(({ station }) => station === unit)
  const [first, ...more] = own.length > 0 ? own : called
  return first && more.length === 0 ? first : null
}

/** Names of those who can be the second officer. */
export const licensedIn = (town: Town, unit: string | null, day: string): string[] =>
  town.people.filter((each) => each.station === unit && mayInvestigate(each, day)).map(({ name }) => name)
