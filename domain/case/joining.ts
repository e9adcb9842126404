import type { ReplyHandle } from '../inbound.ts'
import type { Level } from '../level.ts'
import type { Reporter, Shield } from '../task.ts'

/** A report that is about a case we know. */
export type Joining = Readonly<{
  text: string
  reporter: Reporter
  /** same-text: nobody was asked | offered: the reporter said so | command-room: a person decided */
  how: 'same-text' | 'offered' | 'command-room'
  /** the level the report would have had by itself */
  level?: Level
  shield?: Shield
  attachments?: readonly string[]
  reply?: ReplyHandle | null
}>
