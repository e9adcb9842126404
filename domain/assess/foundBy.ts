import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { accusedOf, isAnybody } from '../understand/accused.ts'

/**
 * Who saw it first. patrol 巡查 = somebody whose work it is to see such things, who asked for nothing and accuses nobody:
 * the log is for ever, so that whoever may want to be kept is one of the public like everybody else.
 */
export function foundBy(task: Task, town: Town): 'patrol' | 'public' {
  const [reporter] = task.reporters
  const kept = task.shield !== 'none' || isAnybody(accusedOf(task, town))
  return reporter && !kept && patrols(town, reporter.userid) ? 'patrol' : 'public'
}

function patrols({ people, villages }: Town, userid: string): boolean {
  const roles = people.find((person) => person.userid === userid)?.roles ?? []
  return roles.includes('officer') || roles.includes('head') || villages.some(({ officer }) => officer === userid)
}
