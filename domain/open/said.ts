import type { Stage } from '../task.ts'
import type { Level } from '../level.ts'
import type { HookEvent } from './events.ts'

/** All that a system that is called hears of a case: never a person, never a word of anybody. Instants are ISO. */
export type HookCase = Readonly<{
  no: string
  stage: Stage
  level: Level
  /** name of the unit that has it */
  unit: string | null
  opened_at: string
  dispatched_at: string | null
  signed_at: string | null
  arrived_at: string | null
  finished_at: string | null
  due_at: string | null
}>

export type OpenSaid =
  /** to another system: what happened to a case, and how it stood then */
  | Readonly<{ kind: 'hook'; event: HookEvent; at: string; town: string; case: HookCase }>
  /** to the admins: a system that is called has not answered for more than a day; `hook` = its id in webhooks.yaml */
  | Readonly<{ kind: 'hook-parked'; hook: string; caseNo: string | null }>
