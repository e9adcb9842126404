import type { Facts } from '../facts.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { factsOf } from '../case/facts.ts'
import { mayRead } from '../people/audience.ts'
import { unbarred } from '../people/barred.ts'
import type { Address } from '../people/recipients.ts'
import { isSealedIn, sealed } from '../privacy/sealed.ts'

/** What somebody may be told of, and how; `plain` = told whole; `hidden` = not spoken of in his group at all. */
export type Heard = Readonly<{
  tasks: readonly Task[]
  plain: readonly Task[]
  hidden: readonly Task[]
  facts: (task: Task) => Facts
}>

/** Whom a case accuses hears nothing of it; what was told in confidence is in a group a number, a unit and a clock. */
export function heardBy(address: Address, town: Town, tasks: readonly Task[]): Heard {
  const { to } = address
  const open = tasks.filter((task) => mayHear(task, town, address))
  return heardAs(open, [], town, to.kind === 'person' ? () => false : inGroup(town, to.kind === 'group' ? to.id : null))
}

/** In a group (its id) what is sealed there is said as such. */
export const inGroup =
  (town: Town, group: string | null) =>
  (task: Task): boolean =>
    isSealedIn(task, town, group)

export function heardAs(
  tasks: readonly Task[],
  hidden: readonly Task[],
  town: Town,
  isSealed: (task: Task) => boolean,
): Heard {
  const facts = (task: Task) => (isSealed(task) ? sealed(factsOf(task, town)) : factsOf(task, town))
  return { tasks, plain: tasks.filter((task) => !isSealed(task)), hidden, facts }
}

function mayHear(task: Task, town: Town, address: Address): boolean {
  if (address.to.kind === 'person') return mayRead(task, town, address.to.userid)
  return unbarred(task, town, [address]).length > 0
}
