import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { mayRead } from '../people/audience.ts'
import { unbarred } from '../people/barred.ts'
import type { Address } from '../people/recipients.ts'

/** What somebody may be told of, and what is not spoken of in his group. */
export type Heard = Readonly<{ tasks: readonly Task[]; hidden: readonly Task[] }>

/** Whom a case accuses hears nothing of it; what was told in confidence is counted in a group, and not named. */
export function heardBy(address: Address, town: Town, tasks: readonly Task[]): Heard {
  const open = tasks.filter((task) => mayHear(task, town, address))
  if (address.to.kind === 'person') return { tasks: open, hidden: [] }
  return { tasks: open.filter(isPlain), hidden: open.filter((task) => !isPlain(task)) }
}

const isPlain = ({ shield }: Task): boolean => shield === 'none'

function mayHear(task: Task, town: Town, address: Address): boolean {
  if (address.to.kind === 'person') return mayRead(task, town, address.to.userid)
  return unbarred(task, town, [address]).length > 0
}
