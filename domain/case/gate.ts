import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import type { CaseInHand } from './draft.ts'
import type { Act } from './transitions.ts'

/** Why it is not done yet; `choices` = what is in the way, by name. */
export type Stopped = Readonly<{ reason: RefusalReason; choices?: readonly string[] }>

/** What must be so before something is done to a case, whoever does it and by whatever order or tap; null = it is. */
export type Gate = (hand: CaseInHand, act: Act, world: World) => RefusalReason | Stopped | null
