import type { Decision } from '../decision.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Task } from '../task.ts'

/** Who acts, as the rules see him. */
export type Actor = Readonly<{
  userid: string
  /** the chat he acts in: it need not be told what he did there */
  chat?: string
}>

export type Outcome =
  | Readonly<{ ok: true; decision: Decision; task: Task }>
  /** `choices` = what it is about, by name */
  | Readonly<{ ok: false; reason: RefusalReason; choices?: readonly string[] }>

export const refuse = (reason: RefusalReason, choices: readonly string[] = []): Outcome => ({
  ok: false,
  reason,
  choices,
})
