import type { Desk } from '../book/desk.ts'
import type { Entry } from '../book/entry.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'

/** A case before and after a decision, with what stands in its book. */
export type Moved = Readonly<{ world: World; town: Town; before: Task; task: Task; book: readonly Entry[] }>

/** What becomes of the entries of a case when it ends or goes to somebody else, whoever brought that about. */
export type Follower = (moved: Moved) => Desk | null
